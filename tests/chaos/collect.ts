import path from 'node:path';
import {
  readAllDecided,
  readDeadLetters,
  readEffects,
  readHandled,
  readWaiting,
} from './audit/collect-messages.ts';
import { readCoupons, readOrders, readReturns, readSagas } from './audit/collect-orders.ts';
import {
  readLedgerSums,
  readPayments,
  readRefunds,
  readReservations,
  readShelves,
  readShipments,
  type ShelfBefore,
} from './audit/collect-others.ts';
import type { Databases } from './audit/databases.ts';
import type { Facts, HeardMessage } from './audit/facts.ts';
import { checkProjections } from './audit/projections.ts';
import { readProvider } from './audit/provider.ts';
import { REACTIONS } from './audit/reactions.ts';
import type { Site } from './site/site.ts';

/** Reads all facts of a run, straight from where they are kept. */
export async function collect(
  site: Site,
  databases: Databases,
  run: {
    since: Date;
    before: readonly ShelfBefore[];
    coupons: readonly string[];
    heard: readonly HeardMessage[];
  } & Pick<Facts, 'attempts' | 'replays'>,
): Promise<Facts> {
  const { orders, payments, products, shipping } = databases;
  const placed = await readOrders(orders, run.since);
  const ids = placed.map(({ id }) => id);
  return {
    orders: placed,
    sagas: await readSagas(orders, ids),
    returns: await readReturns(orders, ids),
    coupons: await readCoupons(orders, run.coupons),
    reservations: await readReservations(products, ids),
    shelves: await readShelves(products, run.before),
    payments: await readPayments(payments, ids),
    refunds: await readRefunds(payments, ids),
    ledgerSums: await readLedgerSums(payments),
    intents: await readProvider(path.join(site.dataDirectory, 'psp/ledger.jsonl'), run.since),
    shipments: await readShipments(shipping, ids),
    decided: await readAllDecided(databases),
    heard: run.heard,
    handled: await readHandled(databases),
    deadLetters: await readDeadLetters(databases),
    waiting: await readWaiting(databases),
    effects: await readEffects(databases),
    projections: await checkProjections(site),
    reactions: REACTIONS,
    attempts: run.attempts,
    replays: run.replays,
  };
}
