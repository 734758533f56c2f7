import type { Message } from '@souk/platform/bus/interface';
import { notifyAfterCommit } from '@souk/platform/notify';
import { OUTBOX_CHANNEL } from '@souk/platform/outbox';
import type { TransactionSql } from 'postgres';
import type { Told } from '../domain/facts.ts';
import { arrayOf, TEXT } from './unnested.ts';

/** How a fact is told; see bus/out.ts. */
export type MessageOf = (fact: Told) => Message;

/** Where variants are told of whose stock has changed, by their ids. */
export const STOCK_CHANNEL = 'stock';

/** Tells those who watch the stock, in every instance, once the transaction has been committed. */
export function tellWatchers(facts: readonly Told[]): void {
  for (const fact of facts) {
    if (fact.type === 'StockLevelChanged') notifyAfterCommit(STOCK_CHANNEL, fact.variantId);
  }
}

/**
 * Puts messages in the outbox, without `appendToOutbox`'s locks: whoever tells of a variant has
 * locked its product, and whoever tells of a reservation the reservation, so the sequence of a key is
 * that of the commits already.
 */
export async function tell(tx: TransactionSql, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  const texts = (of: (message: Message) => string) => arrayOf(tx, messages.map(of), TEXT);
  await tx`/* products.tell */
    insert into outbox (id, topic, key, headers, body)
    select id, topic, key, headers::jsonb, body
    from unnest(${texts(({ id }) => id)}::text[], ${texts(({ topic }) => topic)}::text[],
      ${texts(({ key }) => key)}::text[], ${texts(({ headers }) => JSON.stringify(headers))}::text[],
      ${texts(({ body }) => body)}::text[]) with ordinality
      as message(id, topic, key, headers, body, place)
    order by place`;
  notifyAfterCommit(OUTBOX_CHANNEL);
}
