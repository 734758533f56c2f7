/** Stripe's Event object: a fact and the state of what it is about, at that moment. */
export const presentEvent = (facts: {
  id: string;
  type: string;
  created: number;
  apiVersion: string;
  object: object;
  request: { id: string; idempotencyKey: string | null } | null;
}) => ({
  id: facts.id,
  object: 'event',
  api_version: facts.apiVersion,
  created: facts.created,
  data: { object: facts.object },
  livemode: false,
  pending_webhooks: 1,
  request: {
    id: facts.request?.id ?? null,
    idempotency_key: facts.request?.idempotencyKey ?? null,
  },
  type: facts.type,
});
