import { LeanError } from './lean-error.ts';

/** What the server sent is no answer. Its bytes are not cited: they may be anybody's. */
export const protocolFault = (what: string): LeanError =>
  new LeanError('LEAN_PROTOCOL', `bad answer: ${what}`, { sent: true, retryable: false });

export const tooLarge = (what: string, limit: number): LeanError =>
  new LeanError('LEAN_TOO_LARGE', `${what} of the answer over ${limit} bytes`, {
    sent: true,
    retryable: false,
  });
