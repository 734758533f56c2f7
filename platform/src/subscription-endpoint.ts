import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import { LRUCache } from 'lru-cache';
import { formatError } from './graphql-errors.ts';
import type { HttpServer } from './http-server.ts';
import type { Viewer } from './identity.ts';
import type { Logger } from './log.ts';
import { subscriptionEvents } from './subscription-events.ts';
import { inTrace } from './trace.ts';

export type SubscriptionEndpoint = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply>;

type Document = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

const MAX_DOCUMENTS = 1_000;

/** Whether a request is for an event stream, and nothing else. */
export const asksForStream = ({ method, headers }: FastifyRequest): boolean =>
  method === 'POST' && headers.accept === 'text/event-stream';

/**
 * Serves subscriptions as GraphQL over SSE (distinct connections mode). When the server stops, its
 * streams break off without being completed: whoever reads them goes on at another instance.
 */
export function subscriptionEndpoint(options: {
  http: HttpServer;
  schema: GraphQLSchema;
  maxTokens: number;
  contextOf: (request: FastifyRequest) => object;
  log: Logger;
}): SubscriptionEndpoint {
  const { http, schema, contextOf, log } = options;
  const open = new Set<FastifyReply['raw']>();
  const documents = new LRUCache<string, Document>({ max: MAX_DOCUMENTS });
  const format = (error: GraphQLError): GraphQLFormattedError =>
    formatError(log)(told(error), error);

  function read(text: string): Document {
    let known = documents.get(text);
    if (known === undefined) {
      known = parsed(text);
      documents.set(text, known);
    }
    return known;
  }

  function parsed(text: string): Document {
    try {
      const document = parse(text, { maxTokens: options.maxTokens });
      const errors = validate(schema, document);
      for (const error of errors) error.extensions.code = 'GRAPHQL_VALIDATION_FAILED';
      return errors.length > 0 ? { errors } : { document };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      error.extensions.code = 'GRAPHQL_PARSE_FAILED';
      return { errors: [error] };
    }
  }

  const handler = createHandler({
    // Distinct connections only: no tokens of streams.
    authenticate: () => null,
    onSubscribe: async ({ raw: request }, { query, operationName, variables }) => {
      const found = read(query);
      if ('errors' in found) return once({ errors: found.errors.map(format) }) as never;
      const { document } = found;
      if (getOperationAST(document, operationName)?.operation !== 'subscription') {
        return once({ errors: [format(notSubscription)] }) as never;
      }
      const { viewer } = request as unknown as { viewer: Viewer | null };
      const events = await subscriptionEvents({
        ...{ schema, document, format },
        operationName: operationName ?? undefined,
        variableValues: variables ?? undefined,
        context: () => contextOf(request),
        endsAt: viewer?.expiresAt,
      });
      return (Symbol.asyncIterator in events ? events : once(events)) as never;
    },
  });

  http.addHook('preClose', async () => {
    for (const response of open) response.destroy();
  });

  return async (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    open.add(raw);
    raw.once('close', () => open.delete(raw));
    const { traceparent } = request.headers;
    try {
      await inTrace(traceparent as string | undefined, () => handler(request, reply));
    } catch (error) {
      log.error({ err: error }, 'subscription failed');
      raw.destroy();
    }
    return reply;
  };
}

/** A result without data is none to graphql-sse, unless it comes in a stream. */
async function* once<Result>(result: Result): AsyncGenerator<Result> {
  yield result;
}

/** As Apollo Server hands errors to formatError. */
const told = (error: GraphQLError): GraphQLFormattedError => {
  const json = error instanceof GraphQLError ? error.toJSON() : { message: '' };
  return { ...json, extensions: { code: 'INTERNAL_SERVER_ERROR', ...json.extensions } };
};

const notSubscription = new GraphQLError('Only subscriptions are served as event streams here.', {
  extensions: { code: 'BAD_USER_INPUT' },
});
