import { z } from 'zod';

/** What demand control reads from the environment. */
export const demandEnv = {
  /** `off`; `measure`: costs are only told in metrics; `enforce`: operations over the limit are refused. */
  DEMAND_CONTROL: z.enum(['off', 'measure', 'enforce']).default('off'),
  /** The estimated cost of an operation above which it is refused. */
  MAX_COST: z.coerce.number().positive().default(10_000),
  /** Items that a list without `@listSize` is taken to have. */
  COST_LIST_SIZE: z.coerce.number().int().min(0).default(10),
} as const;
