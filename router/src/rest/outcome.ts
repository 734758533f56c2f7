import type { GraphQLFormattedError } from 'graphql';
import { isRecord } from '../errors/subgraph-error.ts';
import type { BoundRoute } from './bind-route.ts';
import { statusOfCode } from './code-status.ts';
import { type Problem, problem } from './problem.ts';
import { pointerOf } from './read-variables.ts';

/** A part of a body that is null because of a failure. */
export type MissingPart = { readonly pointer: string; readonly code: string };

/** What a route answers, before it is a response. */
export type Outcome =
  | { readonly problem: Problem }
  | { readonly status: number; readonly body: unknown; readonly missing: readonly MissingPart[] };

/**
 * What an answer's text means for a route. Null at the result is a problem: the error that caused it,
 * else 404, or 401 where the route is about somebody and nobody is signed in. A member of a union
 * whose status is 400 or more is a problem, too, and its fields are members of it. Whatever else went
 * wrong costs only its own part of the body.
 */
export function outcomeOf(route: BoundRoute, text: string, isSignedIn: boolean): Outcome {
  const answer = JSON.parse(text) as {
    errors?: readonly GraphQLFormattedError[];
    data?: Record<string, unknown> | null;
    extensions?: { authorizationErrors?: readonly GraphQLFormattedError[] };
  };
  const { data } = answer;
  // A route has no other place for refusals that are configured to be told beside the errors.
  const errors = [...(answer.errors ?? []), ...(answer.extensions?.authorizationErrors ?? [])];
  let value: unknown = data;
  for (const name of route.path) value = isRecord(value) ? value[name] : null;
  if (value === null || value === undefined) {
    const [first] = errors;
    return { problem: first ? ofError(first, route, isSignedIn) : absent(route, isSignedIn) };
  }
  const typeName = isRecord(value) ? value.__typename : undefined;
  const status =
    typeof typeName === 'string' && Object.hasOwn(route.statuses, typeName)
      ? route.statuses[typeName]
      : undefined;
  if (isRecord(value) && typeof typeName === 'string' && status !== undefined && status >= 400) {
    const { __typename: _, message, ...members } = value;
    const detail = typeof message === 'string' ? message : undefined;
    return { problem: problem(status, typeName, detail, members) };
  }
  return {
    status: status ?? route.declared.status,
    body: value,
    missing: errors.flatMap((error) => missingPart(error, route)),
  };
}

const codeOf = ({ extensions }: GraphQLFormattedError): string =>
  typeof extensions?.code === 'string' ? extensions.code : 'INTERNAL_SERVER_ERROR';

function ofError(error: GraphQLFormattedError, route: BoundRoute, isSignedIn: boolean): Problem {
  const code = codeOf(error);
  const status = statusOfCode(code, route.statuses, isSignedIn);
  return problem(status, code, error.message, error.extensions);
}

const absent = ({ declared }: BoundRoute, isSignedIn: boolean): Problem =>
  declared.viewer === 'required' && !isSignedIn
    ? problem(401, 'UNAUTHENTICATED', 'Somebody has to be signed in for this.')
    : problem(404, 'NOT_FOUND', 'There is nothing here.');

/** Errors beside the result cost nothing of the body. */
function missingPart(error: GraphQLFormattedError, { path }: BoundRoute): MissingPart[] {
  const at = error.path ?? [];
  if (!path.every((name, index) => at[index] === name)) return [];
  return [{ pointer: pointerOf(at.slice(path.length)), code: codeOf(error) }];
}
