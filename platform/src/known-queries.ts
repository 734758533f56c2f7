import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { compiledQueries } from './compiled-queries.ts';

type Known = { document: DocumentNode; contentType: string };

type Body = {
  query?: unknown;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
};

export type CacheControl = (
  document: DocumentNode,
  operationName: string | null | undefined,
  context: object,
) => string;

/** Longer ones are rare, and would crowd out the others. */
const MAX_QUERY_LENGTH = 20_000;
const MAX_QUERIES = 1_000;

/**
 * Queries that Apollo Server has answered before are answered without it: parsed and validated
 * already, they need only be executed. It remains the one to say what any new or unusual request gets.
 */
export function knownQueries(
  schema: GraphQLSchema,
  /** The response's Cache-Control, once it has been executed. */
  cacheControl: CacheControl,
) {
  const answers = compiledQueries(schema);
  const known = new LRUCache<string, Known>({ max: MAX_QUERIES });
  const validated = new LRUCache<string, DocumentNode>({ max: MAX_QUERIES });

  const plugin: ApolloServerPlugin = {
    requestDidStart: async () => ({
      didResolveOperation: async ({ source, document }) => {
        if (source.length <= MAX_QUERY_LENGTH) validated.set(source, document);
      },
    }),
  };

  return {
    /** Tells which documents Apollo Server has found valid. */
    plugin,

    /** The response's body, its content type set; or null for what Apollo Server has to answer. */
    answer: async (
      request: FastifyRequest,
      reply: FastifyReply,
      context: object,
    ): Promise<string | null> => {
      const query = known.get(keyOf(request));
      if (query === undefined) return null;
      const { operationName, variables } = request.body as Body;
      const data = await answers({ document: query.document, operationName, variables, context });
      if (data === null) return null;
      reply.header('content-type', query.contentType);
      reply.header('cache-control', cacheControl(query.document, operationName, context));
      return `${JSON.stringify({ data })}\n`;
    },

    /** Remembers what Apollo Server has just answered. */
    learn: (request: FastifyRequest, reply: FastifyReply): void => {
      const key = keyOf(request);
      if (key === '' || reply.statusCode !== 200) return;
      const document = validated.get((request.body as { query: string }).query);
      if (document === undefined) return;
      known.set(key, { document, contentType: String(reply.getHeader('content-type')) });
    },
  };
}

/** What the answer depends on, but for values; empty for requests of another shape than the router's. */
function keyOf({ method, headers, body }: FastifyRequest): string {
  if (method !== 'POST' || !headers['content-type']?.startsWith('application/json')) return '';
  if (typeof body !== 'object' || body === null || 'extensions' in body) return '';
  const { query, operationName, variables } = body as Body;
  if (typeof query !== 'string' || query.length > MAX_QUERY_LENGTH) return '';
  if (operationName != null && typeof operationName !== 'string') return '';
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return '';
  return `${headers.accept}\n${query}`;
}
