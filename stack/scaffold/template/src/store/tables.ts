import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const __plural__ = pgTable(
  '__plural__',
  {
    id: uuid('id').primaryKey(),
    productId: uuid('product_id').notNull(),
    authorId: uuid('author_id').notNull(),
    body: text('body').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    index('__plural___by_product').on(table.productId, table.createdAt, table.id),
    check('__plural___body_length', sql`length(${table.body}) between 1 and 2000`),
  ],
);
