import { expect, test } from 'vitest';
import { forwardedHeaders, requestIdOf } from './headers.ts';
import { endpointsOf } from './instances.ts';

const discovery = (...http: string[]) => ({
  instances: () => http.map((url, i) => ({ id: String(i), http: url })),
  close: () => {},
});
const urls = (endpoints: { next: () => readonly URL[] }) => endpoints.next().map(String);

test("instances take the path of the supergraph's address, unless they have one", () => {
  const endpoints = endpointsOf(
    { name: 'a', url: 'http://origin:1/gql' },
    discovery('http://one:1', 'http://two:2/other'),
  );
  expect(urls(endpoints).sort()).toEqual(['http://one:1/gql', 'http://two:2/other']);
});

test('an unreachable instance comes last for a second', () => {
  let now = 0;
  const endpoints = endpointsOf(
    { name: 'a', url: '' },
    discovery('http://one:1', 'http://two:2'),
    () => now,
  );
  endpoints.unreachable(new URL('http://one:1/graphql'));
  for (let i = 0; i < 3; i++) expect(urls(endpoints)[0]).toBe('http://two:2/graphql');
  now = 1_001;
  const first = [urls(endpoints)[0], urls(endpoints)[0]];
  expect(first.sort()).toEqual(['http://one:1/graphql', 'http://two:2/graphql']);
});

test('a subgraph without any address has no endpoint', () => {
  expect(endpointsOf({ name: 'a', url: '' }, null).next()).toEqual([]);
});

test('request ids and traces that are not sane are not passed on', () => {
  expect(requestIdOf({ 'x-request-id': 'a\nb' })).toMatch(/^[\da-f-]{36}$/);
  const headers = { traceparent: 'x', tracestate: 'y', host: 'h' };
  expect(forwardedHeaders(headers, 'r', '10.0.0.1')).toEqual({
    'content-type': 'application/json',
    accept: expect.any(String),
    'x-request-id': 'r',
    'x-forwarded-for': '10.0.0.1',
  });
});

test('the address that a request came from is last, whatever the client claims', () => {
  const claimed = { 'x-forwarded-for': '1.1.1.1' };
  expect(forwardedHeaders(claimed, 'r', '10.0.0.1')['x-forwarded-for']).toBe('1.1.1.1, 10.0.0.1');
});
