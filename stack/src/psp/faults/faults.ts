import { z } from 'zod';

/** Between 0 (never) and 1 (always); true and false are 1 and 0. */
const Rate = z.union([z.number().min(0).max(1), z.boolean().transform(Number)]);

/** What can be made to go wrong. What a request leaves out stays as it is. */
export const FaultSwitches = z
  .strictObject({
    /** Each request to /v1 waits this long first, in milliseconds. */
    latencyMs: z.int().min(0).max(60_000),
    /** Requests to /v1 answered 500, with nothing done. */
    errorRate: Rate,
    /** Requests that moved money, durably, whose connection then breaks instead of an answer. */
    loseReplyAfterCharge: Rate,
    /** Webhooks sent once more after they were taken. */
    duplicateWebhooks: Rate,
    /** Webhooks held back, so that later ones overtake them. */
    reorderWebhooks: Rate,
    /** Attempts lost on their way; they are retried. */
    dropWebhooks: Rate,
    /** Starts the dice anew, so that a run can be repeated. */
    seed: z.int(),
  })
  .partial();

export type Switches = Record<keyof z.output<typeof FaultSwitches>, number>;

type Chance = Exclude<keyof Switches, 'latencyMs' | 'seed'>;

export type Faults = ReturnType<typeof createFaults>;

const NONE: Switches = {
  latencyMs: 0,
  errorRate: 0,
  loseReplyAfterCharge: 0,
  duplicateWebhooks: 0,
  reorderWebhooks: 0,
  dropWebhooks: 0,
  seed: 1,
};

/** The fault switches and their dice, which fall the same way for the same seed. Off at start. */
export function createFaults() {
  let switches = NONE;
  let roll = dice(switches.seed);
  return {
    current: () => switches,
    set: (changes: z.output<typeof FaultSwitches>) => {
      switches = { ...switches, ...definedOf(changes) };
      if (changes.seed !== undefined) roll = dice(changes.seed);
    },
    clear: () => {
      switches = NONE;
      roll = dice(NONE.seed);
    },
    strikes: (chance: Chance): boolean => switches[chance] > 0 && roll() < switches[chance],
  };
}

const definedOf = (changes: object) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

/** Numbers from 0 to 1, always the same for a seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
