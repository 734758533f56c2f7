import type { RefusalFacts } from '../domain/refusal.ts';

type ErrorFacts = {
  type: RefusalFacts['type'] | 'api_error';
  code?: string | null;
  declineCode?: string | null;
  message: string;
  param?: string;
};

/** Stripe's error object. What is absent is left out, as Stripe does. */
export const presentError = ({ type, code, declineCode, message, param }: ErrorFacts) => ({
  type,
  ...(code
    ? { code, doc_url: `https://stripe.com/docs/error-codes/${code.replace(/_/g, '-')}` }
    : {}),
  ...(declineCode ? { decline_code: declineCode } : {}),
  message,
  ...(param === undefined ? {} : { param }),
});
