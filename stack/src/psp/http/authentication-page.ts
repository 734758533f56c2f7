import type { HttpServer } from '@souk/platform/http-server';
import type { Desk } from '../app/desk.ts';
import type { Intents } from '../app/intents.ts';
import type { Intent } from '../domain/intent.ts';
import type { Book } from '../ledger/book.ts';
import { page, question } from './pages.ts';

/** The bank's page of 3-D Secure, where the cardholder approves or declines a payment. */
export function serveAuthentication(
  http: HttpServer,
  options: { book: Book; intents: Intents; desk: Desk },
): void {
  const { book, intents, desk } = options;
  http.register(
    async (scope) => {
      scope.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string' },
        (_, body, done) => done(null, body),
      );
      scope.addHook('onRequest', async (_, reply) => {
        reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
      });
      scope.get<{ Params: { id: string } }>('/:id', async (request, reply) => {
        const intent = book.intents.get(request.params.id);
        if (intent === undefined) return reply.code(404).send(page('There is no such payment.'));
        return intent.status === 'requires_action' ? question(intent) : page('Already answered.');
      });
      scope.post<{ Params: { id: string } }>('/:id', async (request, reply) => {
        const { id } = request.params;
        const answer = new URLSearchParams(String(request.body ?? '')).get('answer');
        const intent = book.intents.get(id);
        if (intent === undefined) return reply.code(404).send(page('There is no such payment.'));
        if (answer !== 'approve' && answer !== 'decline') {
          return reply.code(400).send(page('The answer is approve or decline.'));
        }
        if (intent.status !== 'requires_action') return page('Already answered.');
        const { changes = {}, facts = [] } = intents.answer(id, answer === 'approve');
        await desk.record(changes, facts);
        const back = returnAddress(book.intents.get(id) ?? intent);
        return back === null
          ? page('Thank you. You may close this page.')
          : reply.redirect(back, 303);
      });
    },
    { prefix: '/3ds' },
  );
}

/** Where the shop waits, told as Stripe tells it. */
function returnAddress(intent: Intent): string | null {
  if (intent.returnUrl === null) return null;
  const url = new URL(intent.returnUrl);
  url.searchParams.set('payment_intent', intent.id);
  url.searchParams.set('payment_intent_client_secret', intent.clientSecret);
  url.searchParams.set('redirect_status', intent.lastError === null ? 'succeeded' : 'failed');
  return url.href;
}
