import { createHash } from 'node:crypto';
import { Refusal } from '../domain/refusal.ts';
import type { SavedReply } from '../ledger/book.ts';

/** What a request says, whatever the order of its parameters. */
export function fingerprintOf(form: string): string {
  const pairs = [...new URLSearchParams(form)].map((pair) => JSON.stringify(pair)).sort();
  return createHash('sha256').update(pairs.join('\n')).digest('base64url');
}

/** Throws Refusal (idempotency_error) where the key stands for another request. */
export function refuseOtherRequest(
  saved: SavedReply,
  request: { endpoint: string; fingerprint: string },
): void {
  const sameEndpoint = saved.endpoint === request.endpoint;
  if (sameEndpoint && saved.fingerprint === request.fingerprint) return;
  const message = sameEndpoint
    ? `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${saved.key}' if you meant to execute a different request.`
    : `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${request.endpoint}' vs '${saved.endpoint}'). Try using a key other than '${saved.key}' if you meant to execute a different request.`;
  throw new Refusal({ status: 400, type: 'idempotency_error', code: null, message });
}
