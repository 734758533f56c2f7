import { type ASTNode, GraphQLError } from 'graphql';

/** What went wrong with a part of the answer, in words that a client may read. */
export type Failure = {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>> & {
    readonly code: string;
    readonly service: string;
  };
};

export type Path = readonly (string | number)[];

/** An error as a subgraph sends it; nothing in it is trusted. */
export type RawError = {
  readonly message?: unknown;
  readonly path?: unknown;
  readonly extensions?: unknown;
};

/** Codes that speak of the subgraph's internals, not of the request. */
const INTERNAL_CODES = new Set([
  'INTERNAL_SERVER_ERROR',
  'DOWNSTREAM_SERVICE_ERROR',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/** Extensions that carry stacks, transports or topology. */
const PRIVATE_EXTENSIONS = new Set([
  'stacktrace',
  'stack',
  'exception',
  'debug',
  'http',
  'response',
  'request',
  'url',
  'serviceName',
]);

const CODE = /^[A-Z][A-Z0-9_]{0,63}$/;

const isForClients = (code: unknown): code is string =>
  typeof code === 'string' && CODE.test(code) && !INTERNAL_CODES.has(code);

/** Whether a subgraph's error will be masked, and is only told in our log. */
export const isMasked = (raw: RawError): boolean =>
  !(isRecord(raw.extensions) && isForClients(raw.extensions.code));

export const unavailable = (service: string): Failure => ({
  message: `The service "${service}" is unavailable.`,
  extensions: { code: 'SUBGRAPH_UNAVAILABLE', service },
});

export const timedOut = (service: string): Failure => ({
  message: `The service "${service}" did not answer in time.`,
  extensions: { code: 'SUBGRAPH_TIMEOUT', service },
});

export const badResponse = (service: string): Failure => ({
  message: `The service "${service}" gave an answer that cannot be used.`,
  extensions: { code: 'SUBGRAPH_BAD_RESPONSE', service },
});

/**
 * A subgraph's error as the client may see it: errors with a code of their own keep message and
 * details; anything else is an internal failure of that service and says no more than that.
 */
export function toFailure(service: string, raw: RawError): Failure {
  const given = isRecord(raw.extensions) ? raw.extensions : {};
  const { code } = given;
  if (isForClients(code)) {
    const shown = Object.entries(given).filter(([key]) => !PRIVATE_EXTENSIONS.has(key));
    const message = typeof raw.message === 'string' ? raw.message : `Refused by "${service}".`;
    return { message, extensions: { ...Object.fromEntries(shown), code, service } };
  }
  return {
    message: `The service "${service}" failed.`,
    extensions: { code: 'INTERNAL_SERVER_ERROR', service },
  };
}

/** `nodes` are the client's fields, for locations. */
export const toGraphQLError = (
  failure: Failure,
  path: Path | undefined,
  nodes: readonly ASTNode[] = [],
): GraphQLError =>
  new GraphQLError(failure.message, {
    extensions: { ...failure.extensions },
    nodes,
    ...(path !== undefined && { path }),
  });

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
