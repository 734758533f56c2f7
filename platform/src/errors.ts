/**
 * Every error that a caller may see, and whether the same request can succeed later unchanged.
 * Each code has a page in docs/errors.
 */
export const codes = {
  UNAUTHENTICATED: { retryable: false, status: 401 },
  FORBIDDEN: { retryable: false, status: 403 },
  NOT_FOUND: { retryable: false, status: 404 },
  BAD_USER_INPUT: { retryable: false, status: 400 },
  CONFLICT: { retryable: true, status: 409 },
  IDEMPOTENCY_KEY_REUSED: { retryable: false, status: 422 },
  PAYLOAD_TOO_LARGE: { retryable: false, status: 413 },
  RATE_LIMITED: { retryable: true, status: 429 },
  UNAVAILABLE: { retryable: true, status: 503 },
  DEADLINE_EXCEEDED: { retryable: true, status: 504 },
  INTERNAL_SERVER_ERROR: { retryable: true, status: 500 },
} as const satisfies Record<string, { retryable: boolean; status: number }>;

export type Code = keyof typeof codes;

/** An error whose message is written for the caller. Anything else is masked before it leaves. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: Code;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: Code, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
