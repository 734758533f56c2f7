import type { Queries } from '@souk/platform/database';
import { and, desc, sql } from 'drizzle-orm';
import type { ReturnList } from '../app/return-list.ts';
import { returns } from './return-tables.ts';

/** Everybody's returns, newest first. */
export const returnList =
  (db: Queries<Record<string, unknown>>): ReturnList =>
  (statuses, { first, before }) =>
    db
      .select()
      .from(returns)
      .where(
        and(
          statuses === null ? undefined : sql`${returns.status} = any(${sql.param(statuses)})`,
          before === null
            ? undefined
            : sql`(${returns.requestedAt}, ${returns.id})
                < (${before.placedAt}::timestamptz, ${before.id}::uuid)`,
        ),
      )
      .orderBy(desc(returns.requestedAt), desc(returns.id))
      .limit(first + 1)
      .prepare('orders_list_returns')
      .execute();
