/**
 * An aggregate as three pure things. `decide` says what a command makes happen, and throws where
 * it may not happen; a command that was carried out before makes nothing happen. `evolve` never
 * refuses: what happened, happened.
 */
export type Decider<Command, Event, State> = {
  initial: State;
  decide: (command: Command, state: State) => readonly Event[];
  evolve: (state: State, event: Event) => State;
};

/** Where an aggregate's events are kept. */
export type Stream<Event> = {
  /** All events of the stream, oldest first; version 0 where there are none. */
  read: (id: string) => Promise<{ events: readonly Event[]; version: number }>;
  /** Throws CONFLICT when the stream has another version by now. */
  append: (id: string, expectedVersion: number, events: readonly Event[]) => Promise<void>;
};

/** What a command led to: the state after it, and the events that were appended. */
export type Handled<Event, State> = { state: State; events: readonly Event[]; version: number };

/** The state that a history leads to. */
export const replay = <Event, State>(
  { initial, evolve }: Pick<Decider<never, Event, State>, 'initial' | 'evolve'>,
  events: readonly Event[],
): State => events.reduce(evolve, initial);

/**
 * The one loop that runs every decider: load, decide, append. Throws what `decide` throws, and
 * CONFLICT when somebody else appended in between; the whole may then be tried again.
 */
export const handle =
  <Command, Event, State>(decider: Decider<Command, Event, State>, stream: Stream<Event>) =>
  async (id: string, command: Command): Promise<Handled<Event, State>> => {
    const { events, version } = await stream.read(id);
    const before = replay(decider, events);
    const fresh = decider.decide(command, before);
    if (fresh.length > 0) await stream.append(id, version, fresh);
    return {
      state: fresh.reduce(decider.evolve, before),
      events: fresh,
      version: version + fresh.length,
    };
  };
