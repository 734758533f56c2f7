import type { TakenTask } from '../domain/task.ts';

type Mine = Pick<TakenTask, 'id' | 'attempt'>;

/** What is still to be asked of the provider, over all replicas. */
export type TaskQueue = {
  /** The oldest task of each of several payments, ours for so long; others take it after that. */
  take: (limit: number, leaseMs: number) => Promise<TakenTask[]>;
  /** Says that these are still being worked on. */
  keep: (tasks: readonly Mine[], leaseMs: number) => Promise<void>;
  /** To be taken again after a while. */
  putBack: (task: Mine, delayMs: number, why: string) => Promise<void>;
};
