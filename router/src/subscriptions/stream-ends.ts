import type { Failure } from '../errors/subgraph-error.ts';
import type { Refusal } from '../operations/refusal.ts';

/** The last thing that a client hears of a stream that does not end by itself. */
export const endText = (
  message: string,
  extensions: { readonly code: string } & Readonly<Record<string, unknown>>,
): string => JSON.stringify({ errors: [{ message, extensions }] });

export const failedText = ({ message, extensions }: Failure): string =>
  endText(message, extensions);

export const tooSlow = endText(
  'This stream is ended because its events were not read in time. Subscribe again.',
  { code: 'SUBSCRIPTION_TOO_SLOW' },
);

export const tokenExpired = endText(
  'The access token has expired. Subscribe again with a new one.',
  {
    reason: 'EXPIRED',
    code: 'UNAUTHENTICATED',
  },
);

export const schemaChanged = endText(
  'The schema has changed, and this subscription is not valid any more.',
  { code: 'SUBSCRIPTION_SCHEMA_CHANGED' },
);

export const broken = endText('Something went wrong here.', { code: 'INTERNAL_SERVER_ERROR' });

export const tooManyStreams = (what: string): Refusal => ({
  status: 429,
  code: 'SUBSCRIPTION_LIMIT',
  message: `Too many streams are open: ${what}.`,
});

export const expiredAlready: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'The access token has expired.',
};

export const draining: Refusal = {
  status: 503,
  code: 'UNAVAILABLE',
  message: 'This router is about to stop. Ask again.',
};
