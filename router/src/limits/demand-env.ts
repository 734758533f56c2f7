import { z } from 'zod';

/** What demand control reads from the environment. */
export const demandEnv = {
  DEMAND_CONTROL: z.enum(['off', 'measure', 'enforce']).default('off').meta({
    path: 'limits.demand_control',
    description:
      'off; measure tells costs in metrics only; enforce refuses operations over the limit.',
  }),
  MAX_COST: z.coerce.number().positive().default(10_000).meta({
    path: 'limits.max_cost',
    description: 'Estimated cost of an operation, above which it is refused.',
  }),
  COST_LIST_SIZE: z.coerce.number().int().min(0).default(10).meta({
    path: 'limits.cost_list_size',
    description: 'Items that a list without @listSize is taken to have.',
  }),
} as const;
