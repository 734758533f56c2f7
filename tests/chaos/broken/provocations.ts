import type { Planned } from '../faults/plan.ts';

/** The provider does what it is asked to, and often does not say so, when it is asked again neither. */
export const lostReplies: readonly Planned[] = [
  {
    afterMs: 0,
    fault: {
      kind: 'provider',
      switches: { loseReplyAfterCharge: 0.7, errorRate: 0.4 },
      ms: 40_000,
    },
  },
];

/** Messages come again and again. */
export const redeliveries: readonly Planned[] = Array.from({ length: 10 }, () => ({
  afterMs: 1_000,
  fault: { kind: 'redeliver', messages: 60 },
}));

/** Orders dies with messages in its hands, and once more when it has come back. */
export const interruptions: readonly Planned[] = [6_000, 20_000].map((afterMs) => ({
  afterMs,
  fault: { kind: 'kill-reader', process: 'orders-1', service: 'orders' },
}));

/** Nothing else breaks, however long it takes. */
export const nothing: Planned = {
  afterMs: 600_000,
  fault: { kind: 'redeliver', messages: 0 },
};
