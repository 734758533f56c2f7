import type { Facts, HeardMessage } from '../audit/facts.ts';
import { all, each, grouped, type Invariant } from '../audit/finding.ts';

/** Who does something about a message. */
const readersOf = ({ reactions }: Facts, { type }: Pick<HeardMessage, 'type'>): string[] =>
  Object.keys(reactions).filter((reader) => reactions[reader]?.includes(type));

export const nothingIsLost: Invariant = {
  name: 'no event is lost',
  check: (facts) => {
    const { decided, heard, handled, waiting, deadLetters } = facts;
    const arrived = new Map(heard.map((message) => [message.id, message]));
    const told = new Set(decided.map(({ id }) => id));
    const done = new Set(handled.map(({ reader, messageId }) => `${reader} ${messageId}`));
    const expected = decided.flatMap((message) =>
      readersOf(facts, message).map((reader) => ({ reader, message })),
    );
    return all(
      each(decided, ({ id, type, key, position }) =>
        arrived.has(id)
          ? null
          : `${type} ${id} of ${key} (outbox ${position}) never reached the bus`,
      ),
      each([...arrived.values()], ({ id, type }) =>
        told.has(id) ? null : `${type} ${id} came over the bus, and nobody decided it`,
      ),
      each(expected, ({ reader, message: { id, type, key } }) =>
        done.has(`${reader} ${id}`)
          ? null
          : `${reader} is not through with ${type} ${id} of ${key}`,
      ),
      each(waiting, ({ where, what }) => `still in ${where}: ${what}`),
      each(
        deadLetters,
        ({ service, messageId, error }) =>
          `${service} gave up message ${messageId}: ${error.split('\n')[0]}`,
      ),
    );
  },
};

export const nothingIsAppliedTwice: Invariant = {
  name: 'no event is applied twice',
  check: ({ handled, effects }) => {
    const times = Map.groupBy(handled, ({ reader, messageId }) => `${reader}: ${messageId}`);
    return all(
      each([...times], ([message, records]) =>
        records.length === 1 ? null : `${message} is recorded ${records.length} times`,
      ),
      each(effects, ({ what, key, times: count }) =>
        count === 1 ? null : `${what} happened ${count} times for ${key}`,
      ),
    );
  },
};

export const sequenceIsKept: Invariant = {
  name: 'events of one aggregate stay in order',
  check: (facts) => {
    const first = new Map<string, HeardMessage>();
    for (const message of facts.heard) if (!first.has(message.id)) first.set(message.id, message);
    const streams = Map.groupBy(first.values(), ({ topic, key }) => `${topic} of ${key}`);
    const recordsOf = grouped(facts.handled, ({ messageId }) => messageId);
    const readings = [...first.values()].flatMap((message) =>
      recordsOf(message.id).map(({ reader, at }) => ({ ...message, reader, at: at.getTime() })),
    );
    const byReader = Map.groupBy(
      readings,
      ({ reader, topic, key }) => `${topic} of ${key} by ${reader}`,
    );
    return all(
      each([...streams], ([name, messages]) => {
        const late = messages.find(
          ({ sequence }, index) => sequence < (messages[index - 1]?.sequence ?? 0),
        );
        return late === undefined
          ? null
          : `${name}: ${late.type} (${late.sequence}) came after a later one`;
      }),
      each([...byReader], ([name, messages]) => {
        const bySequence = messages.toSorted((a, b) => a.sequence - b.sequence);
        const early = bySequence.find(({ at }, index) => at < (bySequence[index - 1]?.at ?? 0));
        return early === undefined
          ? null
          : `${name}: ${early.type} (${early.sequence}) was handled before an earlier one`;
      }),
    );
  },
};
