import type { Queries } from '@souk/platform/database';
import { newId } from '@souk/platform/ids';
import { desc, isNull, sql } from 'drizzle-orm';
import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, type JWK } from 'jose';
import type { KeyStore, SigningKey } from '../app/access-token.ts';
import type { Seal } from './seal.ts';
import { signingKeys } from './tables.ts';

const ALGORITHM = 'ES256';
const ROTATION_LOCK = 4_101_001;

type Db = Queries<Record<string, unknown>>;
type Row = typeof signingKeys.$inferSelect;

/**
 * The keys that sign access tokens. One is current; the retired ones stay in the key set for
 * `graceSeconds`, so that what they signed can be verified until it expires.
 */
export function signingKeyStore(
  db: Db,
  seal: Seal,
  options: { rotationSeconds: number; graceSeconds: number },
) {
  const seconds = (count: number) => sql`make_interval(secs => ${count})`;
  const current = (from: Pick<Db, 'select'>) =>
    from
      .select({
        row: signingKeys,
        due: sql<boolean>`${signingKeys.createdAt} <= now() - ${seconds(options.rotationSeconds)}`,
      })
      .from(signingKeys)
      .where(isNull(signingKeys.retiredAt));
  const published = db
    .select({ id: signingKeys.id, publicKey: signingKeys.publicKey })
    .from(signingKeys)
    .where(
      sql`${signingKeys.retiredAt} is null or ${signingKeys.retiredAt} > now() - ${seconds(options.graceSeconds)}`,
    )
    .orderBy(desc(signingKeys.createdAt))
    .prepare('accounts_published_signing_keys');

  /** Null when there is none, when it is too old, or when it was sealed with another secret. */
  async function usable(from: Pick<Db, 'select'> = db): Promise<SigningKey | null> {
    const [found] = await current(from);
    return found === undefined || found.due ? null : unsealed(found.row);
  }

  async function unsealed(row: Row): Promise<SigningKey | null> {
    const pem = seal.open(row.sealedPrivateKey, row.id);
    return pem === null ? null : { id: row.id, privateKey: await importPKCS8(pem, ALGORITHM) };
  }

  /** Whoever gets the lock first rotates; the others find its key. */
  async function rotated(force: boolean): Promise<SigningKey> {
    const made = await newKey(seal);
    await db.transaction(async (tx) => {
      await tx.execute(
        sql`/* accounts.lockSigningKeys */ select pg_advisory_xact_lock(${ROTATION_LOCK})`,
      );
      if (!force && (await usable(tx)) !== null) return;
      await tx
        .update(signingKeys)
        .set({ retiredAt: sql`now()` })
        .where(isNull(signingKeys.retiredAt));
      await tx
        .delete(signingKeys)
        .where(sql`${signingKeys.retiredAt} <= now() - ${seconds(options.graceSeconds)}`);
      await tx.insert(signingKeys).values(made);
    });
    const key = await usable();
    if (key === null) throw new Error('A signing key that was just made cannot be used.');
    return key;
  }

  return {
    current: async (): Promise<SigningKey> => (await usable()) ?? rotated(false),

    /** Retires the current key at once, also before its time: for a key that may have leaked. */
    rotate: (): Promise<SigningKey> => rotated(true),

    /** The public keys, newest first (RFC 7517). */
    publicKeys: async (): Promise<JWK[]> => {
      const rows = await published.execute();
      return rows.map(({ id, publicKey }) => ({
        ...publicKey,
        kid: id,
        alg: ALGORITHM,
        use: 'sig',
      }));
    },
  } satisfies KeyStore & Record<string, unknown>;
}

async function newKey(seal: Seal): Promise<typeof signingKeys.$inferInsert> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const id = newId();
  return {
    id,
    publicKey: await exportJWK(publicKey),
    sealedPrivateKey: seal.close(await exportPKCS8(privateKey), id),
  };
}
