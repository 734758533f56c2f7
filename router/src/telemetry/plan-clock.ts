import type { ObserveStage } from './stage-metrics.ts';

/** When planning began and ended, in milliseconds of performance.now(). */
export type Planned = { readonly from: number; readonly to: number };

export type PlanClock = {
  readonly onPlanned: (planned: Planned) => void;
  /** What was planned since it was asked last. Planning is synchronous: so it is whose call it was in. */
  readonly take: () => Planned | null;
};

export function planClock(observe: ObserveStage): PlanClock {
  let last: Planned | null = null;
  return {
    onPlanned: (planned) => {
      last = planned;
      observe('plan', planned.to - planned.from);
    },
    take: () => {
      const taken = last;
      last = null;
      return taken;
    },
  };
}
