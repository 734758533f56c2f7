import type { HttpServer } from '@souk/platform/http-server';
import { z } from 'zod';
import { totalsOf } from '../domain/movement.ts';
import { FaultSwitches, type Faults } from '../faults/faults.ts';
import type { Book } from '../ledger/book.ts';
import type { Journal } from '../ledger/journal.ts';

const Filter = z.object({ payment_intent: z.string().optional() });

/** What only a sandbox has: faults to switch on, the whole ledger, a clean slate. */
export function serveSandbox(
  http: HttpServer,
  options: {
    book: Book;
    journal: Journal;
    faults: Faults;
    /** null where it is not allowed. */
    reset: (() => Promise<void>) | null;
  },
): void {
  const { book, journal, faults, reset } = options;
  http.get('/sandbox/faults', async () => faults.current());
  http.post('/sandbox/faults', async (request, reply) => {
    const parsed = FaultSwitches.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send({ error: z.prettifyError(parsed.error) });
    faults.set(parsed.data);
    return faults.current();
  });
  http.get('/sandbox/ledger', async (request) => {
    const { payment_intent: intent } = Filter.parse(request.query);
    const movements = book.movements.filter(
      (each) => intent === undefined || each.paymentIntent === intent,
    );
    const ledger = { movements, totals: totalsOf(movements) };
    await journal.settled();
    return ledger;
  });
  http.post('/sandbox/reset', async (_, reply) => {
    if (reset === null) {
      return reply.code(403).send({ error: 'Start the PSP with ALLOW_RESET=1 to allow this.' });
    }
    await reset();
    return { reset: true };
  });
}
