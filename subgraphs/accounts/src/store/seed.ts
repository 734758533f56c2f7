import type { Queries } from '@souk/platform/database';
import { newId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { Instant } from '@souk/platform/instants';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { AddressInput, MAX_ADDRESSES } from '../domain/address.ts';
import { Email, LocaleName, NewPassword, PersonName, RoleSet } from '../domain/person.ts';
import { hashPassword } from './passwords.ts';
import { addresses, credentials, users } from './tables.ts';

const SeedAddress = z.object({ id: z.uuid() }).and(AddressInput);

const SeedUser = z.object({
  kind: z.literal('user'),
  id: z.uuid(),
  email: Email,
  password: NewPassword,
  name: PersonName,
  locale: LocaleName,
  roles: RoleSet,
  createdAt: Instant,
  addresses: z.array(SeedAddress).max(MAX_ADDRESSES),
});

type SeedUser = z.output<typeof SeedUser>;

/** PostgreSQL takes 65,535 parameters a statement. */
const CHUNK = 500;

/**
 * Loads seed records in one transaction; people who are there already stay as they are.
 * Throws BAD_USER_INPUT for a record it does not know.
 */
export const accountSeed = (db: Queries<Record<string, unknown>>) => ({
  isEmpty: async (): Promise<boolean> => {
    const rows = await db.select({ one: sql`1` }).from(users).limit(1);
    return rows.length === 0;
  },

  load: async (records: AsyncIterable<unknown>): Promise<void> => {
    const people: SeedUser[] = [];
    for await (const record of records) people.push(parseInput(SeedUser, record));
    const hashes = new Map<string, string>();
    await Promise.all(
      people.map(async ({ id, password }) => hashes.set(id, await hashPassword(password))),
    );
    await db.transaction(async (tx) => {
      const fresh = new Set<string>();
      for (const chunk of chunks(people)) {
        const made = await tx
          .insert(users)
          .values(chunk.map(({ kind, password, addresses, ...user }) => user))
          .onConflictDoNothing()
          .returning({ id: users.id });
        for (const { id } of made) fresh.add(id);
      }
      const added = people.filter((person) => fresh.has(person.id));
      const passwords = added.map(({ id, createdAt }) => ({
        id: newId(),
        userId: id,
        accountId: id,
        providerId: 'credential',
        password: hashes.get(id) ?? null,
        createdAt,
      }));
      for (const chunk of chunks(passwords)) await tx.insert(credentials).values(chunk);
      const places = added.flatMap((person) =>
        person.addresses.map((address, place) => ({
          ...address,
          userId: person.id,
          createdAt: new Date(person.createdAt.getTime() + place),
        })),
      );
      for (const chunk of chunks(places)) await tx.insert(addresses).values(chunk);
    });
  },
});

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += CHUNK) yield rows.slice(at, at + CHUNK);
}
