import {
  badResponse,
  type Failure,
  isRecord,
  type RawError,
  timedOut,
  unavailable,
} from '../errors/subgraph-error.ts';
import type { SubgraphAnswer } from '../execute/request.ts';
import type { Verdict } from './breaker.ts';
import type { LeanResponse } from './lean/contract.ts';
import { headerOf } from './lean/header-of.ts';
import type { LeanError } from './lean/lean-error.ts';

export type GraphQLAnswer = Extract<SubgraphAnswer, { readonly data: unknown }>;

/** Why a try brought nothing. */
export type Fault = {
  /** What the client is told. */
  readonly failure: Failure;
  /** What the log is told. */
  readonly reason: string;
  /** Another try may have more luck, if to send it again does no harm. */
  readonly isRetryable: boolean;
  /** Nothing of it reached the subgraph: to send it again does no harm. */
  readonly neverSent: boolean;
  /** What it says of the instance; `gone`: it cannot be reached. */
  readonly verdict: Verdict | 'gone';
};

const NO_ERRORS: readonly RawError[] = [];

/** A response as GraphQL, or null if it is something else. */
export function readReply(reply: LeanResponse): GraphQLAnswer | null {
  const parsed = parseJson(reply.text);
  if (!isRecord(parsed)) return null;
  const { data, errors } = parsed;
  const hasErrors = Array.isArray(errors);
  if (data === undefined && !hasErrors) return null;
  return {
    data: isRecord(data) ? data : null,
    errors: hasErrors ? errors.filter(isRecord) : NO_ERRORS,
    // JSON has no other way to say what would need an escape (RFC 8259 section 7).
    unescaped: !reply.text.includes('\\'),
    header: (name) => headerOf(reply, name) ?? undefined,
  };
}

/** What a GraphQL answer says of the instance that gave it: a gateway's 5xx is no answer of its own. */
export const verdictOf = (status: number): Verdict =>
  status >= 502 && status <= 504 ? 'bad' : 'good';

/** A response that is not GraphQL. Below 500 it may be the request's fault: the instance is not blamed. */
export function faultOfReply(service: string, status: number): Fault {
  const reason = `answered ${status}, and not GraphQL`;
  const isRequests = status >= 300 && status < 500;
  return {
    failure: status >= 500 ? unavailable(service) : badResponse(service),
    reason,
    isRetryable: !isRequests,
    neverSent: false,
    verdict: isRequests ? 'void' : 'bad',
  };
}

export function faultOfError(service: string, { code, message, sent }: LeanError): Fault {
  const reason = `${code} ${message}`;
  const fault = { reason, isRetryable: true, neverSent: !sent, verdict: 'bad' as const };
  switch (code) {
    case 'LEAN_CONNECT':
      return { ...fault, failure: unavailable(service), verdict: 'gone' };
    case 'LEAN_TIMEOUT':
      return { ...fault, failure: timedOut(service), isRetryable: false };
    case 'LEAN_CLOSED':
      return { ...fault, failure: unavailable(service) };
    case 'LEAN_PROTOCOL':
      return { ...fault, failure: badResponse(service) };
    case 'LEAN_TOO_LARGE':
      return { ...fault, failure: badResponse(service), isRetryable: false, verdict: 'void' };
    case 'LEAN_BUSY':
    case 'LEAN_REQUEST':
      return { ...fault, failure: unavailable(service), isRetryable: false, verdict: 'void' };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
