/** A request that the PSP refuses, in Stripe's vocabulary. */
export type RefusalFacts = {
  status: 400 | 401 | 402 | 404;
  type: 'invalid_request_error' | 'card_error' | 'idempotency_error';
  code: string | null;
  message: string;
  param?: string;
  declineCode?: string;
};

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly facts: RefusalFacts;

  constructor(facts: RefusalFacts) {
    super(facts.message);
    this.facts = facts;
  }
}

export const invalid = (code: string | null, message: string, param?: string): Refusal =>
  new Refusal({
    status: 400,
    type: 'invalid_request_error',
    code,
    message,
    ...(param === undefined ? {} : { param }),
  });

export const missing = (what: string, id: string, param: string): Refusal =>
  new Refusal({
    status: 404,
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${what}: '${id}'`,
    param,
  });
