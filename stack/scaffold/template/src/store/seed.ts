import type { Queries } from '@souk/platform/database';
import { parseInput } from '@souk/platform/input';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { __plural__ } from './tables.ts';

const Line = z.object({
  kind: z.literal('__singular__'),
  id: z.uuid(),
  productId: z.uuid(),
  authorId: z.uuid(),
  body: z.string(),
});

/** Loads seed records in one transaction. Throws BAD_USER_INPUT for a record it does not know. */
export const __singular__Seed = (db: Queries<Record<string, unknown>>) => ({
  isEmpty: async (): Promise<boolean> => {
    const rows = await db.select({ one: sql`1` }).from(__plural__).limit(1);
    return rows.length === 0;
  },
  load: (records: AsyncIterable<unknown>): Promise<void> =>
    db.transaction(async (tx) => {
      for await (const record of records) {
        const { kind: _, ...row } = parseInput(Line, record);
        await tx.insert(__plural__).values(row).onConflictDoNothing();
      }
    }),
});
