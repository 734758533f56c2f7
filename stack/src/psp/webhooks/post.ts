import { signatureOf } from './signature.ts';

export type Endpoint = { url: string; secret: string };

/** Sends an event once. True when the endpoint took it (2xx); any trouble is false. */
export async function postEvent(
  endpoint: Endpoint,
  event: object,
  timeoutMs: number,
  leaving: AbortSignal,
): Promise<boolean> {
  const body = JSON.stringify(event);
  try {
    const response = await fetch(endpoint.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signatureOf(body, endpoint.secret, Math.floor(Date.now() / 1_000)),
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), leaving]),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
