import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { startTestSubgraph } from '../../../tests/subgraph.ts';
import { accountsUnderTest, composeWith, PASSWORD, type Session, SIGN_IN } from './accounts.ts';

const accounts = accountsUnderTest({ SIGN_IN_MAX_ATTEMPTS: '3' });

const VIEWER = '{ viewer { __typename id email name locale } }';
const REFRESH = `mutation ($token: String!) {
  refresh(refreshToken: $token) { accessToken refreshToken viewer { id } }
}`;

const refresh = (token: string) => accounts.graph.query(REFRESH, { token });
const refused = async (token: string) =>
  (await accounts.graph.codes(REFRESH, { token })).includes('UNAUTHENTICATED');
const signIn = async (person: Session): Promise<Session> => {
  const { data } = await accounts.graph.query(SIGN_IN, { ...person, password: PASSWORD });
  return { ...person, token: data.signIn.accessToken, refreshToken: data.signIn.refreshToken };
};
/** As if the token had been used long before any leeway. */
const age = () =>
  accounts.database.sql`update refresh_tokens set used_at = used_at - interval '1 minute'`;

test('who signs up is signed in as a customer', async () => {
  const { data } = await accounts.graph.query(
    `mutation { signUp(input: { email: " Jun@Souk.Example", password: "0123456789", name: " Jun ", locale: KO }) {
      accessToken viewer { id }
    } }`,
  );
  const answer = await accounts.graph.query(VIEWER, null, data.signUp.accessToken);
  expect(answer.data.viewer).toEqual({
    __typename: 'Customer',
    id: data.signUp.viewer.id,
    email: 'jun@souk.example',
    name: 'Jun',
    locale: 'KO',
  });
});

test('an access token says who, what she may do, in which session, and for how long', async () => {
  const { id, token } = await accounts.joinAs('customer', 'warehouse');
  const claims = decodeJwt(token);
  const [session] = await accounts.database
    .sql`select id from sessions where user_id = ${id} order by id desc limit 1`;
  expect(claims).toMatchObject({
    iss: 'souk',
    aud: 'souk',
    sub: id,
    roles: ['customer', 'warehouse'],
    scope: 'orders:read shipments:read shipments:write stock:write',
    sid: session?.id,
  });
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(600);
  expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
});

test('a password is kept as an argon2id hash of 19 MiB, two passes, one lane', async () => {
  const { id } = await accounts.join();
  const [row] = await accounts.database.sql`select password from credentials where user_id = ${id}`;
  expect(row?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('an e-mail address has one account, whatever its case', async () => {
  const { email } = await accounts.join();
  const again = `mutation ($email: String!) {
    signUp(input: { email: $email, password: "0123456789", name: "Eve" }) { accessToken }
  }`;
  expect(await accounts.graph.codes(again, { email: email.toUpperCase() })).toEqual(['CONFLICT']);
});

test('of two who sign up with the same address at once, one gets it', async () => {
  const again = `mutation {
    signUp(input: { email: "race@souk.example", password: "0123456789", name: "Eve" }) { accessToken }
  }`;
  const codes = await Promise.all([1, 2, 3].map(() => accounts.graph.codes(again)));
  expect(codes.map(([code]) => code ?? 'OK').sort()).toEqual(['CONFLICT', 'CONFLICT', 'OK']);
});

test.each([
  ['e-mail', { email: 'nobody' }],
  ['short password', { password: '123456789' }],
  ['long password', { password: 'x'.repeat(129) }],
  ['blank name', { name: ' ' }],
])('a bad %s is told before anything is stored', async (_, bad) => {
  const [before] = await accounts.database.sql`select count(*) from users`;
  const source = `mutation ($input: SignUpInput!) { signUp(input: $input) { accessToken } }`;
  const input = { email: 'new@souk.example', password: '0123456789', name: 'New', ...bad };
  const { errors } = await accounts.graph.query(source, { input });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: [{ path: Object.keys(bad)[0] }],
  });
  expect(await accounts.database.sql`select count(*) from users`).toEqual([before]);
});

test('a wrong password and an unknown address get the same answer', async () => {
  const { email } = await accounts.join();
  const wrong = await accounts.graph.query(SIGN_IN, { email, password: 'not the password' });
  const unknown = await accounts.graph.query(SIGN_IN, {
    email: 'nobody@souk.example',
    password: 'not the password',
  });
  expect(wrong.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(wrong).toEqual(unknown);
});

test('a fourth attempt in the window is refused, even with the right password', async () => {
  const { email } = await accounts.join();
  const bad = { email, password: 'not the password' };
  for (let attempt = 1; attempt <= 3; attempt += 1) await accounts.graph.query(SIGN_IN, bad);
  const { errors } = await accounts.graph.query(SIGN_IN, { email, password: PASSWORD });
  expect(errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  expect(errors?.[0]?.extensions.retryAfterSeconds).toBeGreaterThan(800);

  await accounts.database
    .sql`update sign_in_attempts set started_at = started_at - interval '16 minutes'`;
  expect(await accounts.graph.codes(SIGN_IN, { email, password: PASSWORD })).toEqual([]);
});

/** Signs in with a wrong password from an address; answers the code and the milliseconds it took. */
const tryFrom = async (ip: string, email: string): Promise<[string, number]> => {
  const began = performance.now();
  const response = await accounts.graph.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'x-forwarded-for': ip },
    payload: { query: SIGN_IN, variables: { email, password: 'not the password' } },
  });
  return [response.json().errors[0].extensions.code, performance.now() - began];
};

test('attempts from another address are counted apart', async () => {
  const { email } = await accounts.join();
  for (let attempt = 1; attempt <= 4; attempt += 1) await tryFrom('203.0.113.1', email);
  expect((await tryFrom('203.0.113.1', email))[0]).toBe('RATE_LIMITED');
  expect((await tryFrom('203.0.113.2', email))[0]).toBe('UNAUTHENTICATED');
});

test('an unknown address takes as long as a wrong password', async () => {
  const { email } = await accounts.join();
  const fastest = async (address: string) => {
    const times: number[] = [];
    for (let n = 1; n <= 6; n += 1) times.push((await tryFrom(`198.51.100.${n}`, address))[1]);
    return Math.min(...times);
  };
  expect(await fastest('nobody@souk.example')).toBeGreaterThan(0.5 * (await fastest(email)));
});

test('signing in rightly clears the count', async () => {
  const person = await accounts.join();
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    expect((await signIn(person)).token).toBeTypeOf('string');
  }
});

test('a refresh token is kept by its hash only', async () => {
  const { refreshToken } = await accounts.join();
  const rows = await accounts.database.sql`select hash from refresh_tokens`;
  expect(JSON.stringify(rows)).not.toContain(refreshToken);
});

test('a refresh gives a new pair in the same session, and roles as they are', async () => {
  const first = await accounts.join();
  await accounts.database.sql`update users set roles = '{support}' where id = ${first.id}`;
  const { data } = await refresh(first.refreshToken);
  expect(data.refresh.refreshToken).not.toBe(first.refreshToken);
  expect(data.refresh.viewer.id).toBe(first.id);
  const claims = decodeJwt(data.refresh.accessToken);
  expect(claims.sid).toBe(decodeJwt(first.token).sid);
  expect(claims.roles).toEqual(['support']);
});

test('a refresh token that comes a second time ends the whole session', async () => {
  const first = await accounts.join();
  const { data } = await refresh(first.refreshToken);
  await age();
  expect(await refused(first.refreshToken)).toBe(true);
  expect(await refused(data.refresh.refreshToken)).toBe(true);
});

test('the theft of one session leaves the others', async () => {
  const first = await accounts.join();
  const other = await signIn(first);
  await refresh(first.refreshToken);
  await age();
  await refused(first.refreshToken);
  expect(await refused(other.refreshToken)).toBe(false);
});

test('without leeway, of many who bring the same token at once one gets the next', async () => {
  const composition = composeWith(accounts.database.url, { REFRESH_LEEWAY_SECONDS: '0' });
  const strict = await startTestSubgraph(composition, 'own');
  const { refreshToken } = await accounts.join();
  const codes = await Promise.all(
    Array.from({ length: 8 }, () => strict.codes(REFRESH, { token: refreshToken })),
  );
  expect(codes.flat()).toEqual(Array(7).fill('UNAUTHENTICATED'));
  await strict.close();
});

test('two tabs that refresh at once both go on', async () => {
  const { refreshToken } = await accounts.join();
  const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
  for (const { data } of answers) expect(await refused(data.refresh.refreshToken)).toBe(false);
});

test('an unknown or expired refresh token is refused', async () => {
  const { refreshToken, id } = await accounts.join();
  await accounts.database.sql`update refresh_tokens set expires_at = now()
    where session_id in (select id from sessions where user_id = ${id})`;
  expect(await refused(refreshToken)).toBe(true);
  expect(await refused('nonsense')).toBe(true);
  expect(await refused('')).toBe(true);
});

test('signing out ends this session and no other', async () => {
  const here = await accounts.join();
  const there = await signIn(here);
  const { data } = await accounts.graph.query('mutation { signOut }', null, here.token);
  expect(data.signOut).toBe(true);
  expect(await refused(here.refreshToken)).toBe(true);
  expect(await refused(there.refreshToken)).toBe(false);
});

test('a refresh token alone is enough to sign out', async () => {
  const { refreshToken } = await accounts.join();
  const source = 'mutation ($token: String) { signOut(refreshToken: $token) }';
  expect((await accounts.graph.query(source, { token: refreshToken })).data.signOut).toBe(true);
  expect((await accounts.graph.query(source, { token: refreshToken })).data.signOut).toBe(false);
  expect(await refused(refreshToken)).toBe(true);
});

test('signing out everywhere ends every session of hers and nobody else’s', async () => {
  const first = await accounts.join();
  const second = await signIn(first);
  const other = await accounts.join();
  const { data } = await accounts.graph.query('mutation { signOutEverywhere }', null, second.token);
  expect(data.signOutEverywhere).toBe(2);
  expect(await refused(first.refreshToken)).toBe(true);
  expect(await refused(second.refreshToken)).toBe(true);
  expect(await refused(other.refreshToken)).toBe(false);
});

test('guests cannot sign out', async () => {
  expect(await accounts.graph.codes('mutation { signOut }')).toEqual(['UNAUTHENTICATED']);
  expect(await accounts.graph.codes('mutation { signOutEverywhere }')).toEqual(['UNAUTHENTICATED']);
});

test('a guest’s viewer is null, and so is that of a person who is gone', async () => {
  expect((await accounts.graph.query(VIEWER)).data.viewer).toBeNull();
  const { id, token } = await accounts.join();
  await accounts.database.sql`delete from users where id = ${id}`;
  expect((await accounts.graph.query(VIEWER, null, token)).data.viewer).toBeNull();
});

test('a token that is not ours is refused with 401', async () => {
  const { token } = await accounts.join();
  const answer = await accounts.graph.query(VIEWER, null, `${token.slice(0, -4)}AAAA`);
  expect(answer.status).toBe(401);
  expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
