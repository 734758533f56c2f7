import type { PreparedOperation } from '../operations/prepared.ts';

/** The tokens that an operation takes from a rate limit's bucket: at least 1, and whole. */
export type Price = (
  operation: Pick<PreparedOperation, 'rootFields' | 'estimate'>,
  variables: Readonly<Record<string, unknown>>,
) => number;

/**
 * One token for each root field; where demand control estimates costs, one for each `costPerToken`
 * of the estimate, if those are more. Costs count up to `maxCost`: what is over it is for demand
 * control to refuse, and nobody may be shut out for long by one operation.
 */
export const priceOf =
  ({ costPerToken, maxCost }: { costPerToken: number; maxCost: number }): Price =>
  ({ rootFields, estimate }, variables) =>
    estimate === null
      ? rootFields
      : Math.max(rootFields, Math.ceil(Math.min(estimate(variables), maxCost) / costPerToken));
