import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';

let database: FreshDatabase;
const mina = '01890000-0000-7000-8000-000000000001';

beforeAll(async () => {
  database = await freshDatabase(`${import.meta.dirname}/../migrations`);
  await database.sql`insert into users (id, email, name) values (${mina}, 'mina@souk.example', 'Mina')`;
  await database.sql`insert into sessions (id, user_id, token, expires_at) values (${mina}, ${mina}, 't', now())`;
});
afterAll(() => database.drop());

/** The constraint that refuses a statement; fails the test when none does. */
const refusal = async (statement: string): Promise<string> => {
  const error = await database.sql.unsafe(statement).then(
    () => {
      throw new Error(`The database accepted: ${statement}`);
    },
    (reason: { constraint_name?: string; message: string }) => reason,
  );
  return error.constraint_name ?? error.message;
};

const user = (set: string) => `update users set ${set} where id = '${mina}'`;
const address = (change: { [column: string]: string } = {}) => {
  const row = {
    id: 'gen_random_uuid()',
    user_id: `'${mina}'`,
    label: `'Home'`,
    recipient: `'Mina'`,
    phone: `'0212345678'`,
    country: `'KR'`,
    postal_code: `'04524'`,
    region: `'Seoul'`,
    city: `'Jung-gu'`,
    line1: `'1'`,
    is_default: 'false',
    ...change,
  };
  return `insert into addresses (${Object.keys(row)}) values (${Object.values(row)})`;
};

test.each([
  [user(`email = 'Mina@souk.example'`), 'users_email_normal'],
  [user(`email = ' mina@souk.example'`), 'users_email_normal'],
  [user(`email = 'mina'`), 'users_email_normal'],
  [user(`name = ' '`), 'users_name_length'],
  [user(`name = repeat('x', 101)`), 'users_name_length'],
  [user(`locale = 'fr'`), 'users_locale_known'],
  [user(`roles = '{}'`), 'users_roles_known'],
  [user(`roles = '{customer,root}'`), 'users_roles_known'],
  [
    `insert into users (id, email, name) values (gen_random_uuid(), 'mina@souk.example', 'Eve')`,
    'users_one_per_email',
  ],
  [
    `insert into credentials (id, user_id, provider_id, account_id, password)
     values (gen_random_uuid(), '${mina}', 'credential', 'x', 'hunter2')`,
    'credentials_password_hashed',
  ],
  [
    `insert into refresh_tokens (hash, session_id, expires_at) values ('plain', '${mina}', now())`,
    'refresh_tokens_hashed',
  ],
  [address({ country: `'kr'` }), 'addresses_country_form'],
  [address({ phone: `'call me'` }), 'addresses_phone_form'],
  [address({ label: `''` }), 'addresses_lengths'],
  [address({ line2: `''` }), 'addresses_lengths'],
  [address({ user_id: 'gen_random_uuid()' }), 'addresses_user_id_users_id_fk'],
])('the database refuses: %s', async (statement, constraint) => {
  expect(await refusal(statement)).toBe(constraint);
});

test('the database refuses a second default address, and a second current key', async () => {
  await database.sql.unsafe(address({ is_default: 'true' }));
  expect(await refusal(address({ is_default: 'true' }))).toBe('addresses_one_default');
  const key = (id: string) =>
    `insert into signing_keys (id, public_key, sealed_private_key) values ('${id}', '{}', '')`;
  await database.sql.unsafe(key('a'));
  expect(await refusal(key('b'))).toBe('signing_keys_one_current');
});

test('with a person goes everything of hers', async () => {
  await database.sql`delete from users where id = ${mina}`;
  const [left] = await database.sql`
    select (select count(*) from addresses) + (select count(*) from sessions) as rows`;
  expect(left?.rows).toBe('0');
});
