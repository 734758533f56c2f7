import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { accountsUnderTest, composeWith, SIGN_IN } from './accounts.ts';

const accounts = accountsUnderTest();

const id = (n: number, kind = 8) => `01890000-0000-7000-${kind}000-${String(n).padStart(12, '0')}`;
const person = (n: number, change: object = {}) => ({
  kind: 'user',
  id: id(n),
  email: `seed-${n}@souk.example`,
  password: 'souk-demo-2026',
  name: `Person ${n}`,
  locale: 'ko',
  roles: n === 1 ? ['admin'] : ['customer'],
  createdAt: '2026-01-02T03:04:05.000Z',
  addresses: ['Home', 'Work'].map((label, place) => ({
    id: id(n * 2 + place, 9),
    label,
    recipient: `Person ${n}`,
    phone: '+82-2-1234-5678',
    country: 'KR',
    postalCode: '04524',
    region: 'Seoul',
    city: 'Jung-gu',
    line1: '110 Sejong-daero',
    line2: null,
    isDefault: place === 1,
  })),
  ...change,
});
async function* stream(records: object[]) {
  yield* records;
}

test('twenty people are seeded in time and can sign in', async () => {
  const composition = composeWith(accounts.database.url);
  expect(await composition.seed.isEmpty()).toBe(true);
  const began = performance.now();
  await composition.seed.load(stream(Array.from({ length: 20 }, (_, n) => person(n + 1))));
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(await composition.seed.isEmpty()).toBe(false);

  const given = { email: 'seed-1@souk.example', password: 'souk-demo-2026' };
  const { data } = await accounts.graph.query(SIGN_IN, given);
  const viewer = `{ viewer { __typename id createdAt locale addresses { label isDefault } } }`;
  const answer = await accounts.graph.query(viewer, null, data.signIn.accessToken);
  expect(answer.data.viewer).toEqual({
    __typename: 'StaffMember',
    id: id(1),
    createdAt: '2026-01-02T03:04:05.000Z',
    locale: 'KO',
    addresses: [
      { label: 'Work', isDefault: true },
      { label: 'Home', isDefault: false },
    ],
  });

  await composition.seed.load(stream([person(1, { name: 'Somebody else' })]));
  const rows = await accounts.database.sql`select name from users where id = ${id(1)}`;
  expect(rows[0]?.name).toBe('Person 1');
  await composition.close();
});

test('one bad record, and nothing is loaded', async () => {
  const composition = composeWith(accounts.database.url);
  const [before] = await accounts.database.sql`select count(*) from users`;
  for (const bad of [{ kind: 'product' }, person(31, { roles: ['root'] })]) {
    const load = composition.seed.load(stream([person(30), bad]));
    await expect(load).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  }
  // Two defaults pass our checks and are stopped by the database, in the same transaction.
  const defaults = person(32).addresses.map((address) => ({ ...address, isDefault: true }));
  await expect(
    composition.seed.load(stream([person(30), person(32, { addresses: defaults })])),
  ).rejects.toThrow();
  expect(await accounts.database.sql`select count(*) from users`).toEqual([before]);
  await composition.close();
});
