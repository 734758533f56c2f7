import type { Queries } from '@souk/platform/database';
import { replay } from '@souk/platform/decider';
import { eq, sql } from 'drizzle-orm';
import { type ReturnState, returnDecider } from '../domain/return-decide.ts';
import type { ReturnEvent } from '../domain/return-events.ts';
import { returnHistory, returnItems, returns } from './return-tables.ts';

type Session = Queries<Record<string, unknown>>;
type Requested = Extract<ReturnEvent, { type: 'ReturnRequested' }>['data'];

/** Writes what new events of a return change in its rows, in the transaction that appends them. */
export async function projectReturn(
  tx: Session,
  before: ReturnState,
  events: readonly ReturnEvent[],
): Promise<void> {
  let state = before;
  const reached: (typeof returnHistory.$inferInsert)[] = [];
  for (const event of events) {
    state = returnDecider.evolve(state, event);
    const { request, status, version } = state;
    if (request === null || status === null) throw new Error('a return began without its request');
    if (event.type === 'ReturnRequested') await insertReturn(tx, event.data);
    if (event.type === 'ReturnReceived') {
      await markReceived(tx, request.returnId, event.data.resellable);
    }
    const at = new Date(event.data.at);
    reached.push({ returnId: request.returnId, position: version, status, at });
  }
  const { request, status, version } = state;
  if (request === null || status === null || events.length === 0) return;
  const rejected = events.find((event) => event.type === 'ReturnRejected');
  await tx
    .update(returns)
    .set({ status, version, ...(rejected && { rejectionReason: rejected.data.reason }) })
    .where(eq(returns.id, request.returnId));
  await tx.insert(returnHistory).values(reached);
}

async function insertReturn(tx: Session, requested: Requested): Promise<void> {
  const { returnId, orderId, currency, items, reason, at } = requested;
  const refund = items.reduce((sum, item) => sum + item.refund, 0);
  await tx.insert(returns).values({
    ...{ id: returnId, orderId, currency, reason, refund },
    ...{ status: 'REQUESTED', requestedAt: new Date(at), version: 1 },
  });
  await tx.insert(returnItems).values(
    items.map(({ number, variantId, quantity, refund }) => ({
      ...{ returnId, number, variantId, quantity, refund },
    })),
  );
}

/** Whether each item was fit for sale is known with its receipt, for all of them. */
const markReceived = (tx: Session, returnId: string, resellable: readonly number[]) =>
  tx
    .update(returnItems)
    .set({
      resellable: sql`${returnItems.number} = any(${sql.param(`{${resellable.join(',')}}`)}::int[])`,
    })
    .where(eq(returnItems.returnId, returnId));

/** Deletes the rows of a return and writes them anew from its events; without events there are none. */
export async function replayReturn(
  tx: Session,
  returnId: string,
  events: readonly ReturnEvent[],
): Promise<void> {
  await tx.delete(returns).where(eq(returns.id, returnId));
  await projectReturn(tx, replay(returnDecider, []), events);
}
