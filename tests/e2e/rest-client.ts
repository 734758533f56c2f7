import { inject } from 'vitest';
import { expectAsDescribed } from './rest-description.ts';

export type RestAnswer = {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on what it has just asked for
  body: any;
};

/** Asks a route of the stack's router. The answer is as its OpenAPI description says. */
export async function rest(
  method: string,
  path: string,
  options: { body?: object; token?: string; headers?: Record<string, string> } = {},
): Promise<RestAnswer> {
  const { body, token, headers } = options;
  const base = `${inject('stack').router}/rest`;
  const url = new URL(path, `${base}/`);
  const response = await fetch(url, {
    method,
    headers: {
      'apollographql-client-name': 'rest',
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = {
    status: response.status,
    headers: response.headers,
    body: text === '' ? null : JSON.parse(text),
  };
  await expectAsDescribed(base, method, url.href.slice(base.length), answer);
  return answer;
}
