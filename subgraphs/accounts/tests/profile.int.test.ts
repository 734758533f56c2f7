import { expect, test } from 'vitest';
import { accountsUnderTest, PASSWORD, SIGN_IN } from './accounts.ts';

const accounts = accountsUnderTest();

const UPDATE = `mutation ($input: UpdateProfileInput!) {
  updateProfile(input: $input) { name locale }
}`;
const CHANGE_PASSWORD = `mutation ($input: ChangePasswordInput!) {
  changePassword(input: $input) { id }
}`;
const SET_ROLES = `mutation ($id: ID!, $roles: [Role!]!) {
  setUserRoles(userId: $id, roles: $roles) { __typename id ... on StaffMember { roles scopes } }
}`;
const REFRESH = 'mutation ($token: String!) { refresh(refreshToken: $token) { accessToken } }';
const USERS = `query ($first: Int, $after: String, $search: String) {
  users(first: $first, after: $after, search: $search) {
    nodes { id name }
    pageInfo { hasNextPage endCursor }
  }
}`;

test('what is left out of a profile stays', async () => {
  const { token } = await accounts.join('Mina');
  const renamed = await accounts.graph.query(UPDATE, { input: { name: ' Mina Kim ' } }, token);
  expect(renamed.data.updateProfile).toEqual({ name: 'Mina Kim', locale: 'EN' });
  const moved = await accounts.graph.query(UPDATE, { input: { locale: 'KO' } }, token);
  expect(moved.data.updateProfile).toEqual({ name: 'Mina Kim', locale: 'KO' });
});

test('a bad profile is refused', async () => {
  const { token } = await accounts.join();
  for (const input of [{}, { name: '' }, { name: 'x'.repeat(101) }]) {
    expect(await accounts.graph.codes(UPDATE, { input }, token)).toEqual(['BAD_USER_INPUT']);
  }
  expect(await accounts.graph.codes(UPDATE, { input: { name: 'x' } })).toEqual(['UNAUTHENTICATED']);
});

test('a new password replaces the old one and ends the other sessions', async () => {
  const here = await accounts.join();
  const there = await accounts.graph.query(SIGN_IN, { ...here, password: PASSWORD });
  const input = { currentPassword: PASSWORD, newPassword: 'a brand new one' };
  expect(await accounts.graph.codes(CHANGE_PASSWORD, { input }, here.token)).toEqual([]);

  const { email } = here;
  expect(await accounts.graph.codes(SIGN_IN, { email, password: PASSWORD })).toEqual([
    'UNAUTHENTICATED',
  ]);
  expect(await accounts.graph.codes(SIGN_IN, { email, password: 'a brand new one' })).toEqual([]);
  expect(await accounts.graph.codes(REFRESH, { token: there.data.signIn.refreshToken })).toEqual([
    'UNAUTHENTICATED',
  ]);
  expect(await accounts.graph.codes(REFRESH, { token: here.refreshToken })).toEqual([]);
});

test('a password cannot be changed without the current one, nor to a bad one', async () => {
  const { token, email } = await accounts.join();
  for (const input of [
    { currentPassword: 'not the password', newPassword: 'a brand new one' },
    { currentPassword: PASSWORD, newPassword: 'short' },
    { currentPassword: PASSWORD, newPassword: PASSWORD },
  ]) {
    const codes = await accounts.graph.codes(CHANGE_PASSWORD, { input }, token);
    expect(codes).toEqual(['BAD_USER_INPUT']);
  }
  expect(await accounts.graph.codes(SIGN_IN, { email, password: PASSWORD })).toEqual([]);
});

test('an administrator gives roles, and a customer becomes a member of staff', async () => {
  const admin = await accounts.joinAs('admin');
  const { id } = await accounts.join();
  const roles = ['CUSTOMER', 'SUPPORT', 'SUPPORT'];
  const { data } = await accounts.graph.query(SET_ROLES, { id, roles }, admin.token);
  expect(data.setUserRoles).toMatchObject({
    __typename: 'StaffMember',
    id,
    roles: ['CUSTOMER', 'SUPPORT'],
  });
  expect(data.setUserRoles.scopes).toContain('users:read');
});

test('nobody else gives roles, and nobody is left without one', async () => {
  const admin = await accounts.joinAs('admin');
  const support = await accounts.joinAs('support');
  const customer = await accounts.join();
  const { id } = customer;
  const roles = ['ADMIN'];
  const codes = (variables: object, token?: string) =>
    accounts.graph.codes(SET_ROLES, variables, token);
  expect(await codes({ id, roles })).toEqual(['UNAUTHENTICATED']);
  expect(await codes({ id, roles }, customer.token)).toEqual(['FORBIDDEN']);
  expect(await codes({ id, roles }, support.token)).toEqual(['FORBIDDEN']);
  expect(await codes({ id, roles: [] }, admin.token)).toEqual(['BAD_USER_INPUT']);
  expect(await codes({ id: 'x', roles }, admin.token)).toEqual(['BAD_USER_INPUT']);
  expect(await codes({ id: admin.id, roles: ['CUSTOMER'] }, admin.token)).toEqual([
    'BAD_USER_INPUT',
  ]);
  const unknown = '01890000-0000-7000-8000-000000000009';
  expect(await codes({ id: unknown, roles }, admin.token)).toEqual(['NOT_FOUND']);
});

test('support pages through people, newest first, without gaps', async () => {
  const support = await accounts.joinAs('support');
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await accounts.graph.query(USERS, { first: 3, after }, support.token);
    expect(data.users.nodes.length).toBeLessThanOrEqual(3);
    seen.push(...data.users.nodes.map((node: { id: string }) => node.id));
    after = data.users.pageInfo.hasNextPage ? data.users.pageInfo.endCursor : null;
  } while (after !== null);
  const all = await accounts.database.sql`select id from users order by created_at desc, id desc`;
  expect(seen).toEqual(all.map((row) => row.id));
});

test('support finds people by part of a name or address, literally', async () => {
  const support = await accounts.joinAs('support');
  const { id } = await accounts.join('Percy 100% Kim');
  const search = async (text: string) => {
    const { data } = await accounts.graph.query(USERS, { search: text }, support.token);
    return data.users.nodes.map((node: { id: string }) => node.id);
  };
  expect(await search('percy')).toEqual([id]);
  expect(await search('100%')).toEqual([id]);
  expect(await search('%%')).toEqual([]);
  expect(await search(support.email.toUpperCase())).toContain(support.id);
});

test('lists are for support, and their arguments are bounded', async () => {
  const customer = await accounts.join();
  const support = await accounts.joinAs('support');
  expect(await accounts.graph.codes(USERS)).toEqual(['UNAUTHENTICATED']);
  expect(await accounts.graph.codes(USERS, {}, customer.token)).toEqual(['FORBIDDEN']);
  for (const bad of [{ first: 0 }, { first: 101 }, { after: 'x' }, { search: ' ' }]) {
    expect(await accounts.graph.codes(USERS, bad, support.token)).toEqual(['BAD_USER_INPUT']);
  }
});
