import { expect, test } from 'vitest';
import { accountsUnderTest, type Session } from './accounts.ts';

const accounts = accountsUnderTest();

const home = {
  label: 'Home',
  recipient: 'Mina Kim',
  phone: '010-1234-5678',
  country: 'KR',
  postalCode: '04524',
  region: 'Seoul',
  city: 'Jung-gu',
  line1: '110 Sejong-daero',
};
const FIELDS = 'id label country postalCode isDefault';
const ADD = `mutation ($input: AddressInput!) { addAddress(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($id: ID!, $input: AddressInput!) {
  updateAddress(id: $id, input: $input) { ${FIELDS} }
}`;
const REMOVE = 'mutation ($id: ID!) { removeAddress(id: $id) }';
const SET_DEFAULT = `mutation ($id: ID!) { setDefaultAddress(id: $id) { ${FIELDS} } }`;
const BOOK = '{ viewer { addresses { id label isDefault } defaultAddress { id } } }';

const add = async (person: Session, input: object = {}): Promise<string> => {
  const { data } = await accounts.graph.query(ADD, { input: { ...home, ...input } }, person.token);
  return data.addAddress.id;
};
const book = async (
  person: Session,
): Promise<{ id: string; label: string; isDefault: boolean }[]> =>
  (await accounts.graph.query(BOOK, null, person.token)).data.viewer.addresses;
const defaults = async (person: Session): Promise<string[]> =>
  (await book(person)).filter((each) => each.isDefault).map((each) => each.id);

test('the first address becomes the default, the next does not', async () => {
  const mina = await accounts.join();
  const first = await add(mina);
  await add(mina, { label: 'Work' });
  expect(await defaults(mina)).toEqual([first]);
  const { data } = await accounts.graph.query(BOOK, null, mina.token);
  expect(data.viewer.defaultAddress.id).toBe(first);
});

test('another default takes the place of the first, however it is chosen', async () => {
  const mina = await accounts.join();
  const first = await add(mina);
  const second = await add(mina, { isDefault: true });
  expect(await defaults(mina)).toEqual([second]);
  await accounts.graph.query(SET_DEFAULT, { id: first }, mina.token);
  expect(await defaults(mina)).toEqual([first]);
  const input = { ...home, isDefault: true };
  await accounts.graph.query(UPDATE, { id: second, input }, mina.token);
  expect(await defaults(mina)).toEqual([second]);
});

test('an edited address keeps its place and whether it is the default', async () => {
  const mina = await accounts.join();
  const id = await add(mina);
  const input = { ...home, label: 'Office', country: 'US', postalCode: '94103' };
  const { data } = await accounts.graph.query(UPDATE, { id, input }, mina.token);
  expect(data.updateAddress).toEqual({
    id,
    label: 'Office',
    country: 'US',
    postalCode: '94103',
    isDefault: true,
  });
});

test('when the default goes, the oldest left takes its place', async () => {
  const mina = await accounts.join();
  const first = await add(mina);
  const second = await add(mina);
  const third = await add(mina);
  expect((await accounts.graph.query(REMOVE, { id: first }, mina.token)).data.removeAddress).toBe(
    first,
  );
  expect(await defaults(mina)).toEqual([second]);
  await accounts.graph.query(REMOVE, { id: third }, mina.token);
  await accounts.graph.query(REMOVE, { id: second }, mina.token);
  expect(await book(mina)).toEqual([]);
});

test('many who add a default at once leave one default', async () => {
  const mina = await accounts.join();
  await Promise.all(Array.from({ length: 6 }, () => add(mina, { isDefault: true })));
  expect(await book(mina)).toHaveLength(6);
  expect(await defaults(mina)).toHaveLength(1);
});

test('an address book holds twenty, also when filled by many at once', async () => {
  const mina = await accounts.join();
  const input = home;
  const codes = await Promise.all(
    Array.from({ length: 22 }, () => accounts.graph.codes(ADD, { input }, mina.token)),
  );
  expect(codes.flat()).toEqual(['CONFLICT', 'CONFLICT']);
  expect(await book(mina)).toHaveLength(20);
});

test.each([
  ['country', 'XX'],
  ['postalCode', '1'],
  ['phone', 'call me'],
  ['label', ''],
  ['line1', 'x'.repeat(201)],
])('a bad %s is refused and named, and nothing is stored', async (field, value) => {
  const mina = await accounts.join();
  const input = { ...home, [field]: value };
  const { errors } = await accounts.graph.query(ADD, { input }, mina.token);
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: [{ path: field }],
  });
  expect(await book(mina)).toEqual([]);
});

test('another person’s address cannot be edited, chosen or removed', async () => {
  const mina = await accounts.join();
  const eve = await accounts.join('Eve');
  const admin = await accounts.joinAs('admin');
  const id = await add(mina);
  const before = await accounts.database.sql`select * from addresses where id = ${id}`;
  for (const { token } of [eve, admin]) {
    const input = { ...home, label: 'Stolen', isDefault: true };
    expect(await accounts.graph.codes(UPDATE, { id, input }, token)).toEqual(['NOT_FOUND']);
    expect(await accounts.graph.codes(SET_DEFAULT, { id }, token)).toEqual(['NOT_FOUND']);
    expect(await accounts.graph.codes(REMOVE, { id }, token)).toEqual(['NOT_FOUND']);
  }
  expect(await accounts.database.sql`select * from addresses where id = ${id}`).toEqual(before);
});

test('guests have no address book', async () => {
  const id = '01890000-0000-7000-8000-000000000009';
  expect(await accounts.graph.codes(ADD, { input: home })).toEqual(['UNAUTHENTICATED']);
  expect(await accounts.graph.codes(UPDATE, { id, input: home })).toEqual(['UNAUTHENTICATED']);
  expect(await accounts.graph.codes(REMOVE, { id })).toEqual(['UNAUTHENTICATED']);
  expect(await accounts.graph.codes(SET_DEFAULT, { id })).toEqual(['UNAUTHENTICATED']);
});

test('an id that is none is bad input', async () => {
  const { token } = await accounts.join();
  expect(await accounts.graph.codes(REMOVE, { id: '1' }, token)).toEqual(['BAD_USER_INPUT']);
});
