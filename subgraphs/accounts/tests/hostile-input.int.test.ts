import { beforeAll, expect, test } from 'vitest';
import { COUNTS, CURSORS, entity, references, TEXTS, unclear } from '../../../tests/hostile.ts';
import { accountsUnderTest, type Session } from './accounts.ts';

const accounts = accountsUnderTest({ SIGN_IN_MAX_ATTEMPTS: '100000' });
let ada: Session;
beforeAll(async () => {
  ada = await accounts.joinAs('admin');
});

const ADDRESS: Readonly<Record<string, string>> = {
  label: '"Home"',
  recipient: '"Ada"',
  phone: '"+82 10 1234 5678"',
  country: '"KR"',
  postalCode: '"04524"',
  region: '"Seoul"',
  city: '"Jung-gu"',
  line1: '"110 Sejong-daero"',
  line2: 'null',
};
const address = (field: string) => {
  const fields = Object.entries({ ...ADDRESS, [field]: '$value' });
  const type = { country: 'CountryCode!', line2: 'String' }[field] ?? 'String!';
  const input = fields.map(([name, value]) => `${name}: ${value}`).join(' ');
  return `mutation ($value: ${type}) { addAddress(input: { ${input} }) { id } }`;
};

test.each<[string, string, readonly unknown[]]>([
  ['user', 'query ($value: ID!) { user(id: $value) { id } }', TEXTS],
  ['search', 'query ($value: String) { users(search: $value) { nodes { id } } }', TEXTS],
  ['first', 'query ($value: Int) { users(first: $value) { nodes { id } } }', COUNTS],
  ['after', 'query ($value: String) { users(after: $value) { nodes { id } } }', CURSORS],
  [
    'signIn email',
    'mutation ($value: String!) { signIn(input: { email: $value, password: "x" }) { accessToken } }',
    TEXTS,
  ],
  [
    'signIn password',
    'mutation ($value: String!) { signIn(input: { email: "person-1@souk.example", password: $value }) { accessToken } }',
    TEXTS,
  ],
  [
    'signUp email',
    'mutation ($value: String!) { signUp(input: { email: $value, password: "correct horse", name: "Mina" }) { accessToken } }',
    TEXTS,
  ],
  [
    'signUp password',
    'mutation ($value: String!) { signUp(input: { email: "new@souk.example", password: $value, name: "Mina" }) { accessToken } }',
    TEXTS,
  ],
  [
    'signUp name',
    'mutation ($value: String!) { signUp(input: { email: "newer@souk.example", password: "correct horse", name: $value }) { accessToken } }',
    TEXTS,
  ],
  [
    'refresh',
    'mutation ($value: String!) { refresh(refreshToken: $value) { accessToken } }',
    TEXTS,
  ],
  ['signOut', 'mutation ($value: String!) { signOut(refreshToken: $value) }', TEXTS],
  [
    'updateProfile',
    'mutation ($value: String) { updateProfile(input: { name: $value }) { id } }',
    TEXTS,
  ],
  [
    'changePassword',
    'mutation ($value: String!) { changePassword(input: { currentPassword: $value, newPassword: "another horse" }) { id } }',
    TEXTS,
  ],
  [
    'setUserRoles',
    'mutation ($value: ID!) { setUserRoles(userId: $value, roles: [SUPPORT]) { id } }',
    TEXTS,
  ],
  ['removeAddress', 'mutation ($value: ID!) { removeAddress(id: $value) }', TEXTS],
  ['setDefaultAddress', 'mutation ($value: ID!) { setDefaultAddress(id: $value) { id } }', TEXTS],
  ...Object.keys(ADDRESS).map(
    (field) => [`address ${field}`, address(field), TEXTS] as [string, string, typeof TEXTS],
  ),
  ['the entity User', entity(), references('User')],
  ['the entity Customer', entity(), references('Customer')],
  ['the entity StaffMember', entity(), references('StaffMember')],
])('hostile input gets a clear answer: %s', async (_, source, values) => {
  expect(await unclear(accounts.graph, source, values, ada.token)).toEqual([]);
});
