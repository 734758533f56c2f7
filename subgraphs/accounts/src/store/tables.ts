import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { JWK } from 'jose';
import type { Locale } from '../domain/person.ts';
import type { Role } from '../domain/roles.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const madeAt = () => instant('created_at').notNull().defaultNow();
const changedAt = () => instant('updated_at').notNull().defaultNow();

/** better-auth's `user`; it neither reads nor writes `roles`. */
export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey(),
    email: text('email').notNull(),
    emailVerified: boolean('email_verified').notNull().default(false),
    name: text('name').notNull(),
    locale: text('locale').$type<Locale>().notNull().default('en'),
    roles: text('roles').array().$type<Role[]>().notNull().default(['customer']),
    createdAt: madeAt(),
    updatedAt: changedAt(),
  },
  (table) => [
    uniqueIndex('users_one_per_email').on(table.email),
    index('users_by_age').on(table.createdAt, table.id),
    check(
      'users_email_normal',
      sql`${table.email} = lower(trim(${table.email})) and ${table.email} like '%_@_%' and length(${table.email}) <= 254`,
    ),
    check('users_name_length', sql`length(trim(${table.name})) between 1 and 100`),
    check('users_locale_known', sql`${table.locale} in ('en', 'ko')`),
    check(
      'users_roles_known',
      sql`cardinality(${table.roles}) >= 1 and ${table.roles} <@ array['customer', 'support', 'merchandiser', 'warehouse', 'admin']`,
    ),
  ],
);

const ownerId = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

/** better-auth's `account`: a password, or in time an identity elsewhere. */
export const credentials = pgTable(
  'credentials',
  {
    id: uuid('id').primaryKey(),
    userId: ownerId(),
    providerId: text('provider_id').notNull(),
    accountId: text('account_id').notNull(),
    /** An argon2id hash in PHC form. */
    password: text('password'),
    createdAt: madeAt(),
    updatedAt: changedAt(),
  },
  (table) => [
    uniqueIndex('credentials_one_per_provider').on(table.userId, table.providerId),
    check(
      'credentials_password_hashed',
      sql`${table.password} is null or ${table.password} like '$argon2id$%'`,
    ),
  ],
);

/** better-auth's `session`: what a person proved once, and a family of refresh tokens continues. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    userId: ownerId(),
    /** Required by better-auth; opens nothing here. */
    token: text('token').notNull(),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: madeAt(),
    updatedAt: changedAt(),
  },
  (table) => [
    uniqueIndex('sessions_one_per_token').on(table.token),
    index('sessions_by_user').on(table.userId),
  ],
);

export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    /** SHA-256 of the token, hexadecimal. */
    hash: text('hash').primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    createdAt: madeAt(),
  },
  (table) => [
    index('refresh_tokens_by_session').on(table.sessionId),
    check('refresh_tokens_hashed', sql`${table.hash} ~ '^[0-9a-f]{64}$'`),
  ],
);

export const addresses = pgTable(
  'addresses',
  {
    id: uuid('id').primaryKey(),
    userId: ownerId(),
    label: text('label').notNull(),
    recipient: text('recipient').notNull(),
    phone: text('phone').notNull(),
    country: text('country').notNull(),
    postalCode: text('postal_code').notNull(),
    region: text('region').notNull(),
    city: text('city').notNull(),
    line1: text('line1').notNull(),
    line2: text('line2'),
    isDefault: boolean('is_default').notNull().default(false),
    createdAt: madeAt(),
  },
  (table) => [
    index('addresses_by_user').on(table.userId),
    uniqueIndex('addresses_one_default').on(table.userId).where(sql`is_default`),
    check('addresses_country_form', sql`${table.country} ~ '^[A-Z]{2}$'`),
    check('addresses_phone_form', sql`${table.phone} ~ '^\\+?[0-9]{6,15}$'`),
    check(
      'addresses_lengths',
      sql`length(${table.label}) between 1 and 40 and length(${table.recipient}) between 1 and 100 and length(${table.postalCode}) between 2 and 12 and length(${table.region}) between 1 and 100 and length(${table.city}) between 1 and 100 and length(${table.line1}) between 1 and 200 and length(${table.line2}) between 1 and 200`,
    ),
  ],
);

export const signingKeys = pgTable(
  'signing_keys',
  {
    /** The JWT header's `kid`. */
    id: text('id').primaryKey(),
    publicKey: jsonb('public_key').$type<JWK>().notNull(),
    /** PKCS #8 under AES-256-GCM: nonce, tag, ciphertext, base64url. */
    sealedPrivateKey: text('sealed_private_key').notNull(),
    createdAt: madeAt(),
    /** Null for the one key that signs. */
    retiredAt: instant('retired_at'),
  },
  (table) => [
    uniqueIndex('signing_keys_one_current')
      .on(sql`(${table.retiredAt} is null)`)
      .where(sql`retired_at is null`),
  ],
);

export const signInAttempts = pgTable(
  'sign_in_attempts',
  {
    /** SHA-256 of e-mail address and IP address. */
    key: text('key').primaryKey(),
    attempts: integer('attempts').notNull(),
    startedAt: instant('started_at').notNull(),
  },
  (table) => [index('sign_in_attempts_by_start').on(table.startedAt)],
);
