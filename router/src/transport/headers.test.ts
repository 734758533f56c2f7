import { expect, test } from 'vitest';
import { forwardedHeaders, requestIdOf } from './headers.ts';
import { outgoingHeaders } from './outgoing-headers.ts';

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

test('baggage goes on, and other headers where they are asked for', () => {
  const headers = { baggage: 'a=1', 'x-tenant': 't', 'x-other': 'o', accept: 'text/html' };
  const sent = forwardedHeaders(headers, 'r', 'ip', ['x-tenant', 'accept']);
  expect(sent).toMatchObject({ baggage: 'a=1', 'x-tenant': 't' });
  expect(sent).not.toHaveProperty('x-other');
  expect(sent.accept).toContain('graphql-response');
});

const plain = { insert: {}, withhold: [], irrelevant: ['x-request-id'] };

test('requests differ by every header but those that no answer depends on', () => {
  const key = (headers: Record<string, string>) => outgoingHeaders(plain)(headers).key;
  expect(key({ 'x-request-id': '1', a: 'b' })).toBe(key({ 'x-request-id': '2', a: 'b' }));
  expect(key({ authorization: 'Bearer a' })).not.toBe(key({ authorization: 'Bearer b' }));
  expect(key({ 'accept-language': 'ko' })).not.toBe(key({}));
});

test("a subgraph's own headers win, and what it must not have is not sent", () => {
  const rules = { ...plain, insert: { 'x-api-key': 'k' }, withhold: ['authorization'] };
  const { fields, rendered } = outgoingHeaders(rules)({ authorization: 's', 'x-api-key': 'c' });
  expect(fields).toEqual({ 'x-api-key': 'k' });
  expect(rendered).toBe('x-api-key: k\r\n');
});

test('headers are rendered once for all fetches of a request', () => {
  const outgoing = outgoingHeaders(plain);
  const headers = { a: 'b' };
  expect(outgoing(headers)).toBe(outgoing(headers));
});

test('a header that would end its line is not sent', () => {
  expect(() => outgoingHeaders(plain)({ a: 'b\r\nc: d' })).toThrow('cannot send');
});
