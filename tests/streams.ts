import { createClient } from 'graphql-sse';

// biome-ignore lint/suspicious/noExplicitAny: a test asserts on what it has just asked for
export type StreamedAnswer = { data?: any; errors?: { extensions: { code: string } }[] };

/** Subscribes at a server that speaks GraphQL over SSE. Throws for a stream that breaks off. */
export const subscribeTo = (
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  token?: string | null,
): AsyncIterableIterator<StreamedAnswer> =>
  createClient({
    url,
    retryAttempts: 0,
    ...(token && { headers: { authorization: `Bearer ${token}` } }),
  }).iterate({ query, variables }) as AsyncIterableIterator<StreamedAnswer>;
