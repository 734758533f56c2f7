import type { IncomingMessage } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { JudgedScope } from './judged-scope.ts';

/** An answer of Apollo Server's. */
export type JudgedAnswer = {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
};

/** Hands a request to Apollo Server's pipeline, which judges whatever may be wrong with it. */
export const judgedDoor =
  (server: ApolloServer<JudgedScope>) =>
  async (
    request: IncomingMessage,
    search: string,
    body: unknown,
    scope: JudgedScope,
  ): Promise<JudgedAnswer> => {
    const given = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined) given.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    const {
      status,
      headers,
      body: answer,
    } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method ?? 'GET', headers: given, search, body },
      context: async () => scope,
    });
    let mediaType = 'application/json; charset=utf-8';
    const raw: string[] = [];
    for (const [name, value] of headers) {
      if (name === 'content-type') mediaType = value;
      // Every answer of the endpoint says `no-store` already.
      else if (name !== 'content-length' && name !== 'cache-control') raw.push(name, value);
    }
    // Only incremental delivery has other kinds, which no gateway gives.
    const text = answer.kind === 'complete' ? answer.string : '';
    return { status: status ?? 200, mediaType, text, headers: raw };
  };
