import { z } from 'zod';

/** What a person may write; the database holds the same limits. */
export const New__Singular__ = z.object({
  productId: z.uuid(),
  body: z.string().trim().min(1).max(2_000),
});

export type New__Singular__ = z.output<typeof New__Singular__>;

export type __Singular__ = {
  id: string;
  productId: string;
  authorId: string;
  body: string;
  createdAt: Date;
};
