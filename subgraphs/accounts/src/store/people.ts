import type { Queries } from '@souk/platform/database';
import { and, desc, eq, ilike, lt, ne, or, sql } from 'drizzle-orm';
import type { ProfileStore } from '../app/profile.ts';
import type { Address } from '../domain/address.ts';
import type { Person } from '../domain/person.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { addresses, credentials, sessions, users } from './tables.ts';

/** What leaves this room of a user. */
export const personColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  locale: users.locale,
  roles: users.roles,
  createdAt: users.createdAt,
};

export function peopleQueries(db: Queries<Record<string, unknown>>) {
  const byIds = db
    .select(personColumns)
    .from(users)
    .where(sql`${users.id} = any(${sql.placeholder('ids')})`)
    .prepare('accounts_people_by_ids');
  const addressesOf = db
    .select()
    .from(addresses)
    .where(sql`${addresses.userId} = any(${sql.placeholder('ids')})`)
    .orderBy(desc(addresses.isDefault), addresses.createdAt, addresses.id)
    .prepare('accounts_addresses_by_people');
  const passwordOf = db
    .select({ password: credentials.password })
    .from(credentials)
    .where(
      and(eq(credentials.userId, sql.placeholder('id')), eq(credentials.providerId, 'credential')),
    )
    .prepare('accounts_password_by_person');

  return {
    byIds: (ids: readonly string[]): Promise<Person[]> => byIds.execute({ ids }),

    /** Each person's default first, then the oldest. */
    addressesOf: (ids: readonly string[]): Promise<Address[]> => addressesOf.execute({ ids }),

    /** Newest first; one more than `first`, so that the caller sees whether there is a next page. */
    list: (query: {
      first: number;
      before: { createdAt: string; id: string } | null;
      search: string | null;
    }): Promise<Person[]> => {
      const like = query.search && `%${query.search.replace(/[\\%_]/g, '\\$&')}%`;
      const { before } = query;
      return db
        .select(personColumns)
        .from(users)
        .where(
          and(
            like ? or(ilike(users.name, like), ilike(users.email, like)) : undefined,
            before === null
              ? undefined
              : lt(
                  sql`(${users.createdAt}, ${users.id})`,
                  sql`(${before.createdAt}::timestamptz, ${before.id}::uuid)`,
                ),
          ),
        )
        .orderBy(desc(users.createdAt), desc(users.id))
        .limit(query.first + 1);
    },

    update: async (id, change) => {
      const set = 'roles' in change ? { roles: [...change.roles] } : defined(change);
      const rows = await db
        .update(users)
        .set({ ...set, updatedAt: new Date() })
        .where(eq(users.id, id))
        .returning(personColumns);
      return rows[0] ?? null;
    },

    changePassword: async (id, { currentPassword, newPassword }, keepSessionId) => {
      const [row] = await passwordOf.execute({ id });
      const before = row?.password ?? null;
      if (before === null || !(await verifyPassword(before, currentPassword))) return null;
      const password = await hashPassword(newPassword);
      return db.transaction(async (tx) => {
        // Two changes at once: the second finds another hash than the one that it has verified.
        const changed = await tx
          .update(credentials)
          .set({ password, updatedAt: new Date() })
          .where(and(eq(credentials.userId, id), eq(credentials.password, before)))
          .returning({ id: credentials.id });
        if (changed.length === 0) return null;
        const others = keepSessionId === null ? undefined : ne(sessions.id, keepSessionId);
        await tx.delete(sessions).where(and(eq(sessions.userId, id), others));
        const [person] = await tx.select(personColumns).from(users).where(eq(users.id, id));
        return person ?? null;
      });
    },
  } satisfies ProfileStore & Record<string, unknown>;
}

const defined = <T extends object>(change: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
