import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Viewer } from '@souk/platform/identity';
import { GraphQLError } from 'graphql';
import type { Identify } from '../http/identify.ts';
import type { Payers } from '../http/payers.ts';
import { requestScope } from '../http/request-scope.ts';
import { rateLimited } from '../operations/refusal.ts';
import type { RunOperation } from '../operations/run.ts';
import type { BoundRoute } from './bind-route.ts';
import { outcomeOf } from './outcome.ts';
import { type Problem, problem } from './problem.ts';
import { type Given, variableReader } from './read-variables.ts';
import {
  cacheControl,
  entityTag,
  isMatched,
  locationOf,
  pageLinks,
  partialData,
} from './response-fields.ts';

/** A response but for what its server adds to every one. */
export type RestResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; null for none. */
  readonly body: string | null;
  readonly isProblem: boolean;
};

export type ServeRoute = (
  route: BoundRoute,
  request: IncomingMessage,
  requestId: string,
  given: Given,
) => Promise<RestResponse>;

/**
 * Serves a route as /graphql serves its document: identity, rates, the limits that depend on
 * variables, what the viewer may have, the compiled operation. Throws AppError for a token that is
 * none.
 */
export function routeServer(options: {
  identify: Identify;
  payers: Payers | null;
  run: RunOperation;
  requestDeadlineMs: number;
  /** Of the client's, for subgraphs; in lower case. */
  forwardHeaders: readonly string[];
  /** The header that holds the token, in lower case. */
  tokenHeader: string;
  /** Below which the routes are. */
  prefix: string;
}): ServeRoute {
  const { identify, payers, run, requestDeadlineMs, forwardHeaders, tokenHeader, prefix } = options;
  const personal = ['authorization', tokenHeader, ...forwardHeaders];
  const readers = new WeakMap<BoundRoute, ReturnType<typeof variableReader>>();
  const readerOf = (route: BoundRoute) => {
    const known = readers.get(route) ?? variableReader(route.parameters);
    readers.set(route, known);
    return known;
  };

  /** Tells the rate limit with every response, as /graphql does. */
  function withLimit(response: RestResponse, request: IncomingMessage, viewer: Viewer | null) {
    if (payers === null) return response;
    const headers = { ...response.headers };
    const fields = payers.fields(payers.of(request, viewer));
    for (let i = 0; i < fields.length; i += 2) headers[fields[i] ?? ''] = fields[i + 1] ?? '';
    return { ...response, headers };
  }

  const isForSomebody = (route: BoundRoute, viewer: Viewer | null, headers: IncomingHttpHeaders) =>
    viewer !== null ||
    personal.some((name) => headers[name] !== undefined) ||
    route.parameters.some((each) => each.in === 'header' && headers[each.name.toLowerCase()]);

  async function serve(
    route: BoundRoute,
    request: IncomingMessage,
    requestId: string,
    given: Given,
    viewer: Viewer | null,
  ): Promise<RestResponse> {
    const read = readerOf(route)(given);
    const payer = payers === null ? '' : payers.of(request, viewer);
    const variables = 'faults' in read ? {} : read.variables;
    const wait =
      payers === null ? 0 : payers.charge(payer, payers.price(route.operation, variables));
    if (wait > 0) {
      const { status, code, message } = rateLimited(wait);
      return failure(problem(status, code, message, { retryAfterSeconds: wait }));
    }
    if ('faults' in read) {
      const [first] = read.faults;
      const what = first?.name ?? first?.pointer ?? 'the body';
      const detail = `${what}: ${first?.detail ?? ''}`;
      return failure(problem(400, 'BAD_USER_INPUT', detail, { errors: read.faults }));
    }
    const scope = requestScope(request, viewer, requestId, requestDeadlineMs, forwardHeaders);
    const text = await run(route.operation, read.variables, scope).catch(refused);
    const outcome = outcomeOf(route, text, viewer !== null);
    if ('problem' in outcome) return failure(outcome.problem);
    const { status, missing, body: value } = outcome;
    const body = JSON.stringify(value);
    const headers: Record<string, string> = {};
    if (missing.length > 0) headers['partial-data'] = partialData(missing);
    if (route.declared.method !== 'GET') {
      headers['cache-control'] = 'no-store';
      const { location } = route.declared;
      const made = location === undefined ? null : locationOf(location, value, prefix);
      if (made !== null) headers.location = made;
      return { status, headers, body, isProblem: false };
    }
    const links = pageLinks(route, value, request.url ?? '');
    if (links !== null) headers.link = links;
    headers['cache-control'] = cacheControl(route.declared.cache_control, {
      isForSomebody: Boolean(isForSomebody(route, viewer, request.headers)),
      isWhole: missing.length === 0,
    });
    headers.vary = varying(route, personal);
    if (missing.length > 0) return { status, headers, body, isProblem: false };
    const etag = entityTag(body);
    headers.etag = etag;
    return isMatched(request.headers['if-none-match'], etag)
      ? { status: 304, headers, body: null, isProblem: false }
      : { status, headers, body, isProblem: false };
  }

  return async (route, request, requestId, given) => {
    const viewer = await identify(request);
    const response = await serve(route, request, requestId, given, viewer);
    return withLimit(response, request, viewer);
  };
}

/** An operation that cannot be planned says so in words for the client; anything else is masked. */
function refused(error: unknown): string {
  if (error instanceof GraphQLError) return JSON.stringify({ errors: [error] });
  throw error;
}

/** What else than the URL a body depends on. */
const varying = ({ parameters }: BoundRoute, personal: readonly string[]): string => {
  const own = parameters.flatMap((each) => (each.in === 'header' ? each.name.toLowerCase() : []));
  return [...new Set(['accept', 'accept-language', ...personal, ...own])].join(', ');
};

/** The response of a problem. */
export function failure(told: Problem): RestResponse {
  const { status, retryAfterSeconds } = told;
  return {
    status,
    headers: {
      'cache-control': 'no-store',
      ...(typeof retryAfterSeconds === 'number' && { 'retry-after': String(retryAfterSeconds) }),
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    },
    body: JSON.stringify(told),
    isProblem: true,
  };
}
