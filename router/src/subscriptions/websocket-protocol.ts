import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { AppError } from '@souk/platform/errors';
import type { Viewer } from '@souk/platform/identity';
import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLFormattedError,
  GraphQLSchema,
  parse,
} from 'graphql';
import { CloseCode, type ServerOptions } from 'graphql-ws';
import type { Identify } from '../http/identify.ts';
import type { Refusal } from '../operations/refusal.ts';
import type { ClientStream } from './client-stream.ts';
import { tooManyStreams } from './stream-ends.ts';
import type { StreamRequest } from './stream-request.ts';
import type { Streams } from './streams.ts';
import type { Connection } from './websocket-door.ts';

type Parameters = Record<string, unknown>;

/** What is known of a connection once it has been initialised. */
type Peer = {
  readonly viewer: Viewer | null;
  readonly request: IncomingMessage;
  clientHeaders: IncomingHttpHeaders;
};

const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** For the last event to a client that reads too slowly; then it is cut off. */
const LAST_EVENT_MS = 5_000;

/**
 * How graphql-ws is to serve: the token is in the header of the upgrade, or under the header's name
 * in the payload of ConnectionInit, where browsers can put it. A connection ends with its token, by
 * 4403 Forbidden, after which clients connect anew.
 */
export function websocketProtocol(options: {
  streams: Streams;
  read: (parameters: unknown) => Promise<StreamRequest | Refusal>;
  identify: Identify;
  /** The header that carries the token, in lower case. */
  tokenHeader: string;
  payerOf: (request: IncomingMessage, viewer: Viewer | null) => string;
  headersOf: (request: IncomingMessage) => Readonly<Record<string, string>>;
  maxPerConnection: number;
}): ServerOptions<Parameters, Connection> {
  const { streams, read, identify, payerOf, headersOf } = options;
  const peers = new WeakMap<object, Peer>();
  const results = new WeakMap<object, ClientStream>();

  return {
    onConnect: async ({ connectionParams, extra: { request, socket } }) => {
      const withToken = requestWith(request, options.tokenHeader, connectionParams);
      try {
        const viewer = await identify(withToken);
        // Browsers can name the client nowhere but in the payload, either.
        const clientHeaders = { ...connectionParams, ...request.headers } as IncomingHttpHeaders;
        peers.set(socket, { viewer, request: withToken, clientHeaders });
        endWithToken(socket, viewer);
        return true;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        // The reason of a close frame has 123 bytes (RFC 6455, section 5.5).
        socket.close(CloseCode.Forbidden, `${error.code}: ${error.message}`.slice(0, 120));
        // Nothing is acknowledged on a closing socket.
        return false;
      }
    },
    onSubscribe: async ({ subscriptions, extra: { socket } }, _, payload) => {
      const peer = peers.get(socket);
      if (peer === undefined) throw new Error('a subscription before its connection is known');
      if (Object.keys(subscriptions).length > options.maxPerConnection) {
        return refused(tooManyStreams(`up to ${options.maxPerConnection} per connection`));
      }
      const { viewer, request, clientHeaders } = peer;
      let opened: Awaited<ReturnType<Streams['open']>>;
      try {
        const asked = await read(payload);
        if ('status' in asked) return refused(asked);
        opened = await streams.open(asked, {
          viewer,
          headers: headersOf(request),
          clientHeaders,
          payer: payerOf(request, viewer),
          transport: 'websocket',
          isGet: false,
        });
      } catch (error) {
        if (error instanceof GraphQLError) return [error];
        throw error;
      }
      if ('refusal' in opened) return refused(opened.refusal);
      if ('errors' in opened) return opened.errors.map(toError);
      const args = streamed();
      const { stream } = opened;
      results.set(args, stream);
      void stream.ended.then((reason) => {
        if (reason === 'slow') setTimeout(() => socket.terminate(), LAST_EVENT_MS).unref();
      });
      return args;
    },
    subscribe: async (args) => parsed(results.get(args) as ClientStream) as never,
    onNext: (_ctx, _id, _payload, _args, result) => result as never,
  };
}

function endWithToken(socket: Connection['socket'], viewer: Viewer | null): void {
  if (viewer?.expiresAt === undefined) return;
  const left = Math.min(LONGEST_TIMER_MS, Math.max(0, viewer.expiresAt - Date.now()));
  const timer = setTimeout(() => socket.close(CloseCode.Forbidden, 'Token expired'), left).unref();
  socket.once('close', () => clearTimeout(timer));
}

/** The request as if the token had come in its header, where it did not. */
function requestWith(
  request: IncomingMessage,
  header: string,
  parameters: Parameters | undefined,
): IncomingMessage {
  const given = Object.entries(parameters ?? {}).find(([name]) => name.toLowerCase() === header);
  if (given === undefined || typeof given[1] !== 'string') return request;
  const { socket, url, method } = request;
  return {
    socket,
    url,
    method,
    headers: { ...request.headers, [header]: given[1] },
  } as IncomingMessage;
}

const refused = ({ message, code, retryAfter }: Refusal): GraphQLError[] => [
  new GraphQLError(message, {
    extensions: { ...(retryAfter !== undefined && { retryAfterSeconds: retryAfter }), code },
  }),
];

function toError({ message, path, locations, extensions }: GraphQLFormattedError): GraphQLError {
  const error = new GraphQLError(message, { path, extensions });
  if (locations !== undefined) Object.assign(error, { locations });
  return error;
}

const NO_SCHEMA = new GraphQLSchema({});
const ANY_SUBSCRIPTION = parse('subscription { any }');

/** For graphql-ws, which is not to execute anything itself: it only asks for a stream. */
const streamed = (): ExecutionArgs => ({ schema: NO_SCHEMA, document: ANY_SUBSCRIPTION });

/** Not a generator: to leave one that waits for its next event would wait, too. */
function parsed(texts: ClientStream): AsyncIterableIterator<unknown> {
  const results: AsyncIterableIterator<unknown> = {
    next: async () => {
      const { done, value } = await texts.next();
      return done ? { done, value: undefined } : { done: false, value: JSON.parse(value) };
    },
    return: texts.return,
    throw: texts.throw,
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}
