import { z } from 'zod';

/** One instance of a service, and where it is reached. */
export const Instance = z.object({ id: z.string(), http: z.url(), rpc: z.url().optional() });

export type Instance = z.output<typeof Instance>;
