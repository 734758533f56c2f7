import type { Limit } from '../operations/run.ts';
import { type DemandLimits, judgeDemand } from './demand.ts';

/** Told what an operation is estimated to cost, and what comes of it. */
export type DemandObserver = (cost: number, result: string) => void;

/** Refuses operations over the cost limit. */
export const demandLimit =
  (limits: DemandLimits, observe: DemandObserver): Limit =>
  ({ estimate }, variables) => {
    if (estimate === null) return null;
    const { cost, result, refusal } = judgeDemand(estimate, variables, limits);
    observe(cost, result);
    return refusal;
  };
