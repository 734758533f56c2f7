import type { Queries } from '@souk/platform/database';
import { and, asc, eq } from 'drizzle-orm';
import type { AddressBook, AddressBooks } from '../app/address-book.ts';
import { addresses, users } from './tables.ts';

type Db = Queries<Record<string, unknown>>;

/** The owner's row is the lock of her address book: its changes come one after the other. */
export const addressBooks = (db: Db): AddressBooks => ({
  change: (personId, work) =>
    db.transaction(async (tx) => {
      const owner = await tx
        .select({ id: users.id })
        .from(users)
        .where(eq(users.id, personId))
        .for('update');
      return owner.length === 0 ? null : work(bookOf(tx as unknown as Db, personId));
    }),
});

function bookOf(tx: Db, userId: string): AddressBook {
  const owned = (id: string) => and(eq(addresses.userId, userId), eq(addresses.id, id));
  return {
    all: () =>
      tx
        .select()
        .from(addresses)
        .where(eq(addresses.userId, userId))
        .orderBy(asc(addresses.createdAt), asc(addresses.id)),
    insert: async (row) => {
      await tx.insert(addresses).values(row);
    },
    replace: async ({ id, userId: _, createdAt: __, ...fields }) => {
      await tx.update(addresses).set(fields).where(owned(id));
    },
    remove: async (id) => {
      await tx.delete(addresses).where(owned(id));
    },
    clearDefault: async () => {
      await tx
        .update(addresses)
        .set({ isDefault: false })
        .where(and(eq(addresses.userId, userId), eq(addresses.isDefault, true)));
    },
  };
}
