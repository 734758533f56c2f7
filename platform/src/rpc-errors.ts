import { Code, ConnectError } from '@connectrpc/connect';
import { AppError, type Code as ErrorCode } from './errors.ts';

/** How our errors travel by gRPC, one to one. */
const CODES = {
  UNAUTHENTICATED: Code.Unauthenticated,
  FORBIDDEN: Code.PermissionDenied,
  NOT_FOUND: Code.NotFound,
  BAD_USER_INPUT: Code.InvalidArgument,
  CONFLICT: Code.FailedPrecondition,
  IDEMPOTENCY_KEY_REUSED: Code.AlreadyExists,
  PAYLOAD_TOO_LARGE: Code.OutOfRange,
  RATE_LIMITED: Code.ResourceExhausted,
  UNAVAILABLE: Code.Unavailable,
  DEADLINE_EXCEEDED: Code.DeadlineExceeded,
  INTERNAL_SERVER_ERROR: Code.Internal,
} as const satisfies Record<ErrorCode, Code>;

const BACK = new Map<Code, ErrorCode>(
  Object.entries(CODES).map(([ours, theirs]) => [theirs, ours as ErrorCode]),
);

/** Carries AppError.details; its presence says that a service answered, not the network. */
const DETAILS = 'error-details';

/** What a caller may see of whatever a method threw: the unknown is masked. */
export function toWire(error: unknown): ConnectError {
  if (error instanceof ConnectError) return error;
  const known = error instanceof AppError;
  const message = known ? error.message : 'Something went wrong here.';
  const details = encodeURIComponent(JSON.stringify(known ? error.details : {}));
  const code = known ? CODES[error.code] : Code.Internal;
  return new ConnectError(message, code, { [DETAILS]: details });
}

/** The error that the other side threw; any error that is not of ours as it is. */
export function fromWire(error: ConnectError): ConnectError | AppError {
  const code = BACK.get(error.code);
  if (code === undefined) return error;
  return new AppError(code, error.rawMessage, detailsOf(error));
}

function detailsOf(error: ConnectError): Record<string, unknown> {
  try {
    return JSON.parse(decodeURIComponent(error.metadata.get(DETAILS) ?? '{}'));
  } catch {
    return {};
  }
}

const ADDRESSED_TO_NOBODY = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
const TORN: ReadonlySet<Code> = new Set([Code.Aborted, Code.Canceled, Code.Unknown]);

export type Failure = 'never arrived' | 'unreachable' | 'late' | 'answered';

/** What became of a call that failed: 'never arrived' has certainly had no effect. */
export function failureOf(error: ConnectError): Failure {
  if (causes(error).some((code) => ADDRESSED_TO_NOBODY.has(code))) return 'never arrived';
  if (error.code === Code.DeadlineExceeded) return 'late';
  if (error.code === Code.Unavailable || TORN.has(error.code)) return 'unreachable';
  const torn = error.code === Code.Internal && !error.metadata.has(DETAILS);
  return torn ? 'unreachable' : 'answered';
}

function causes(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...own, ...causes(error.cause)];
}
