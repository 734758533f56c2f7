import { beforeAll, describe, expect, inject, test } from 'vitest';
import { ask, codesOf, signIn } from './client.ts';

const NOBODY = '01936b3e-8000-7000-8000-00000000dead';
let token: string;
let variant: string;
let line: string;

beforeAll(async () => {
  token = await signIn();
  const { data } = await ask(
    '{ products(first: 1) { nodes { variants { id } } } cart { lines { id } } }',
    { token },
  );
  variant = data.products.nodes[0].variants[0].id;
  line = data.cart.lines[0].id;
});

/** Everything of the customer's that a mutation below might have touched. */
async function everything(): Promise<unknown> {
  const { data } = await ask(
    `{ viewer { name addresses { id isDefault } } cart { updatedAt lines { id quantity } } }`,
    { token },
  );
  return data;
}

const add = (input: string) => `mutation { addToCart(input: { ${input} }) { id } }`;
const address = (fields: string) =>
  `mutation { addAddress(input: { label: "Home", recipient: "Mina", phone: "+82 10 1234 5678", region: "Seoul", city: "Mapo-gu", line1: "1 Street", ${fields} }) { id } }`;

const refused: [what: string, query: () => string, code: string, message: RegExp][] = [
  ['an id that is no UUID', () => '{ order(id: "1") { id } }', 'BAD_USER_INPUT', /id/],
  [
    'a cursor that we did not make',
    () => '{ products(after: "x") { totalCount } }',
    'BAD_USER_INPUT',
    /after/,
  ],
  [
    'a cursor of another list',
    () => '{ viewer { orders(after: "WzFd") { nodes { id } } } }',
    'BAD_USER_INPUT',
    /after/,
  ],
  [
    'a page of no rows',
    () => '{ products(first: 0) { totalCount } }',
    'BAD_USER_INPUT',
    /at least 1/,
  ],
  [
    'a page of too many rows',
    () => '{ products(first: 101) { totalCount } }',
    'BAD_USER_INPUT',
    /at most 100/,
  ],
  [
    'a negative quantity',
    () => add(`variantId: "${variant}", quantity: -1`),
    'BAD_USER_INPUT',
    /quantity/,
  ],
  [
    'a quantity of nothing',
    () => add(`variantId: "${variant}", quantity: 0`),
    'BAD_USER_INPUT',
    /quantity/,
  ],
  [
    'a quantity beyond 99',
    () => add(`variantId: "${variant}", quantity: 100`),
    'BAD_USER_INPUT',
    /quantity/,
  ],
  [
    'a quantity beyond an integer',
    () => add(`variantId: "${variant}", quantity: 3000000000`),
    'GRAPHQL_VALIDATION_FAILED',
    /Int/,
  ],
  [
    'a fraction of a quantity',
    () => add(`variantId: "${variant}", quantity: 1.5`),
    'GRAPHQL_VALIDATION_FAILED',
    /Int/,
  ],
  [
    'a variant that does not exist',
    () => add(`variantId: "${NOBODY}", quantity: 1`),
    'NOT_FOUND',
    /variant/i,
  ],
  [
    'an unknown currency',
    () => add(`variantId: "${variant}", currency: XYZ`),
    'GRAPHQL_VALIDATION_FAILED',
    /XYZ/,
  ],
  [
    'a line set to less than nothing',
    () => `mutation { updateCartLine(lineId: "${line}", quantity: -3) { id } }`,
    'BAD_USER_INPUT',
    /quantity/,
  ],
  [
    'a line that does not exist',
    () => `mutation { updateCartLine(lineId: "${NOBODY}", quantity: 3) { id } }`,
    'NOT_FOUND',
    /line/i,
  ],
  [
    'a cart token that opens nothing',
    () => 'mutation { clearCart(cartToken: "nothing") { id } }',
    'NOT_FOUND',
    /cart/i,
  ],
  [
    'a country that does not exist',
    () => address('country: "XX", postalCode: "12345"'),
    'BAD_USER_INPUT',
    /country/i,
  ],
  [
    'a postal code of another form',
    () => address('country: "KR", postalCode: "ABC"'),
    'BAD_USER_INPUT',
    /postal/i,
  ],
  [
    'an empty name',
    () => 'mutation { updateProfile(input: { name: "  " }) { id } }',
    'BAD_USER_INPUT',
    /name/,
  ],
  [
    'shipping to nowhere',
    () => '{ shippingRates(country: "XX", weightGrams: 100, currency: KRW) { method } }',
    'BAD_USER_INPUT',
    /country/i,
  ],
  [
    'a weight below nothing',
    () => '{ shippingRates(country: "KR", weightGrams: -1, currency: KRW) { method } }',
    'BAD_USER_INPUT',
    /weight/i,
  ],
  ['a query that does not parse', () => '{ products(', 'GRAPHQL_PARSE_FAILED', /Syntax/],
  [
    'a field that does not exist',
    () => '{ produkts { id } }',
    'GRAPHQL_VALIDATION_FAILED',
    /produkts/,
  ],
  [
    'a mutation that needs a scope',
    () => `mutation { adjustStock(variantId: "${variant}", delta: 5, reason: RECEIVED) { id } }`,
    'UNAUTHORIZED_FIELD_OR_TYPE',
    /unauthorized/i,
  ],
];

describe('a clear error, and nothing changed, for', () => {
  test.each(refused)('%s', async (_, query, code, message) => {
    const before = await everything();
    const answer = await ask(query(), { token });
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.errors?.[0]?.message).toMatch(message);
    expect(await everything()).toEqual(before);
  });
});

test('a password that is too short, and an address that is none, are refused at sign-up', async () => {
  const signUp = (email: string, password: string) =>
    ask(
      `mutation { signUp(input: { email: "${email}", password: "${password}", name: "A" }) { accessToken } }`,
    );
  expect(codesOf(await signUp('a@souk.example', 'short'))).toEqual(['BAD_USER_INPUT']);
  expect(codesOf(await signUp('not an address', 'long enough for us'))).toEqual(['BAD_USER_INPUT']);
});

test('a wrong password and an unknown address get the same answer', async () => {
  const attempt = async (email: string) => {
    const { errors } = await ask(
      `mutation { signIn(input: { email: "${email}", password: "wrong password" }) { accessToken } }`,
    );
    return errors?.map(({ message, extensions }) => [message, extensions.code]);
  };
  const wrong = await attempt('ada@souk.example');
  expect(wrong).toEqual([[expect.any(String), 'UNAUTHENTICATED']]);
  expect(await attempt('nobody@souk.example')).toEqual(wrong);
});

describe('too much of it', () => {
  const graphql = () => `${inject('stack').router}/graphql`;
  const send = (body: string) =>
    fetch(graphql(), { method: 'POST', headers: { 'content-type': 'application/json' }, body });

  test('a body of 10 MB is refused before it is read', async () => {
    const response = await send(JSON.stringify({ query: `{ a }#${'x'.repeat(10_000_000)}` }));
    expect(response.status).toBe(413);
    const body = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(body.errors[0]?.extensions.code).toBe('PAYLOAD_TOO_LARGE');
  });

  test('a query that is too deep is refused', async () => {
    const deep = `{ categories ${'{ children '.repeat(60)} { id } ${'}'.repeat(60)} }`;
    const answer = await ask(deep);
    expect(codesOf(answer)).toHaveLength(1);
    expect(answer.errors?.[0]?.message).toMatch(/deep|depth/i);
  });

  test('a query of a million tokens is refused', async () => {
    const response = await send(JSON.stringify({ query: `{ ${'a '.repeat(400_000)} }` }));
    expect(response.status).toBe(400);
  });

  test('a body that is no JSON is refused', async () => {
    expect((await send('{"query": ')).status).toBe(400);
  });
});

test('a token that is no token is refused for the whole request', async () => {
  const answer = await ask('{ products(first: 1) { totalCount } }', { token: 'a.b.c' });
  expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
});
