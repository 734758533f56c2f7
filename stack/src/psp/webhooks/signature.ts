import { createHmac } from 'node:crypto';

/**
 * The Stripe-Signature header: HMAC-SHA256 over time and body. `at` in Unix seconds.
 * Source: docs.stripe.com/webhooks#verify-manually.
 */
export function signatureOf(body: string, secret: string, at: number): string {
  const digest = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  return `t=${at},v1=${digest}`;
}
