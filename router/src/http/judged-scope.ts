import type { RequestScope } from './scope.ts';

/** The scope of a request that goes through Apollo Server. */
export type JudgedScope = RequestScope & {
  /** Who pays for its root fields; null where no rate limit is configured. */
  readonly payer: string | null;
  /** Whether the answer is to tell the query plan. */
  readonly tellsPlan: boolean;
};
