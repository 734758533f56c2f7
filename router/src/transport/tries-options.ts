import type { RetryBudget } from '@souk/platform/retry-budget';
import type { Attempt, Dispatch } from './attempt.ts';
import type { Choice } from './choose-instance.ts';
import type { Instance } from './instance.ts';

export type TriesOptions = {
  readonly service: string;
  /** Null: all instances have been tried, or there is none. */
  readonly choose: (tried: ReadonlySet<Instance> | null, mayProbe: boolean) => Choice | null;
  readonly instances: () => number;
  readonly attempt: Attempt;
  readonly budget: RetryBudget;
  readonly retries: number;
  /** Milliseconds after which a query is sent to another instance, too. Null: never. */
  readonly hedgeAfter: (dispatch: Dispatch) => number | null;
  readonly backoffMs: (retry: number) => number;
  readonly onRetry: () => void;
  readonly onHedge: () => void;
};
