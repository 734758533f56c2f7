import { type Change, type Supervised, supervise } from './supervise.ts';

export type Roster = {
  /** Runs a program under supervision. */
  run: (program: Program) => Supervised;
  has: (id: string) => boolean;
  isReady: (id: string) => boolean;
  all: () => readonly Supervised[];
  /** Resolves when it is gone; at once where it never ran. */
  stop: (id: string, deadlineMs: number) => Promise<void>;
  /** Ends everything at once. */
  kill: () => void;
};

type Program = Omit<Parameters<typeof supervise>[0], 'startDeadlineMs'>;

const START_DEADLINE_MS = 120_000;

/** Everything that runs, by id. `stateChanged` is called before whoever runs a program is told. */
export function roster(stateChanged: (roster: Roster) => void): Roster {
  const running = new Map<string, Supervised>();
  const self: Roster = {
    run: (program) => {
      const onChange = (change: Change) => {
        stateChanged(self);
        program.onChange(change);
      };
      const supervised = supervise({ ...program, startDeadlineMs: START_DEADLINE_MS, onChange });
      running.set(program.id, supervised);
      return supervised;
    },
    has: (id) => running.has(id),
    isReady: (id) => running.get(id)?.state() === 'ready',
    all: () => [...running.values()],
    stop: async (id, deadlineMs) => running.get(id)?.stop(deadlineMs),
    kill: () => {
      for (const each of running.values()) each.kill();
    },
  };
  return self;
}
