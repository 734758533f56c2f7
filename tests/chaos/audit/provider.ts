import { readFile } from 'node:fs/promises';
import { createBook, type Transaction } from '@souk/stack/psp/ledger/book';
import type { IntentFact } from './facts.ts';

/** What the provider's own ledger says of the payments that were made since. */
export async function readProvider(ledgerFile: string, since: Date): Promise<IntentFact[]> {
  const book = createBook();
  const lines = (await readFile(ledgerFile, 'utf8')).split('\n').filter((line) => line !== '');
  for (const line of lines) book.apply(JSON.parse(line) as Transaction);
  const movementsOf = Map.groupBy(book.movements, ({ paymentIntent }) => paymentIntent);
  const first = Math.floor(since.getTime() / 1_000);
  return [...book.intents.values()]
    .filter(({ created }) => created >= first)
    .map(({ id, metadata, status, currency }) => {
      const own = movementsOf.get(id) ?? [];
      const moved = (kind: string) =>
        own.filter((movement) => movement.kind === kind).map(({ amount }) => amount);
      const total = (kind: string) => moved(kind).reduce((sum, amount) => sum + amount, 0);
      return {
        ...{ id, status, currency: currency.toUpperCase(), orderId: metadata.orderId ?? '' },
        authorized: total('authorization'),
        released: total('release'),
        captures: moved('capture'),
        refunded: total('refund') - total('refund_reversal'),
      };
    });
}
