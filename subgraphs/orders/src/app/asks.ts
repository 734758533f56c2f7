import { newId } from '@souk/platform/ids';
import type { Logger } from '@souk/platform/log';
import { inTrace } from '@souk/platform/trace';
import { HOLD_MS } from '../domain/checkout-deadlines.ts';
import type { Offers } from '../domain/offer.ts';
import type { Placement } from '../domain/order-events.ts';
import type { OfferSource } from './cart-store.ts';
import type { Ask, CheckoutStanding, CheckoutStore, PriceChange } from './checkout-store.ts';
import { advanceCheckout, type Pace, type Told } from './checkouts.ts';
import type { StockSource } from './sources.ts';

export type Asks = ReturnType<typeof askVerbs>;

type Line = { variantId: string; unitPrice: number };

/** Where the catalogue's prices are not those of the lines. */
export const priceChanges = (lines: readonly Line[], offers: Offers): PriceChange[] =>
  lines
    .map(({ variantId, unitPrice }) => {
      const now = offers.get(variantId)?.unitPrice ?? null;
      return { variantId, was: unitPrice, now };
    })
    .filter(({ was, now }) => was !== now);

/** The catalogue's answer, for the checkout. */
export const quotedPrices = (lines: readonly Line[], offers: Offers, at: Date): Told => {
  const prices = Object.fromEntries([...offers].map(([id, { unitPrice }]) => [id, unitPrice]));
  const input = { type: 'PricesQuoted', id: newId(), at: at.toISOString(), prices } as const;
  return { input, details: { priceChanges: priceChanges(lines, offers) } };
};

/** Asks other services what checkouts want to know, and tells them the answers. */
export function askVerbs(parts: {
  store: CheckoutStore;
  offers: OfferSource;
  stock: StockSource;
  pace: Pace;
  log: Logger;
  clock?: () => Date;
}) {
  const { store, offers, stock, pace, log, clock = () => new Date() } = parts;

  async function answerTo(ask: Ask, placement: Placement): Promise<Told> {
    const { orderId, reservationId, lines, currency } = placement;
    if (ask === 'PRICES') {
      const variants = lines.map(({ variantId }) => variantId);
      return quotedPrices(lines, await offers.quote(variants, currency), clock());
    }
    const answer = await stock.reserve({
      ...{ reservationId, orderId, ttlSeconds: HOLD_MS / 1_000 },
      lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    });
    const stamp = { id: newId(), at: clock().toISOString() };
    if (answer.kind === 'HELD') {
      return { input: { ...stamp, type: 'StockHeld', until: answer.until.toISOString() } };
    }
    if (answer.kind === 'GONE') return { input: { ...stamp, type: 'ReservationExpired' } };
    const { shortages } = answer;
    return { input: { ...stamp, type: 'StockRefused' }, details: { shortages } };
  }

  /**
   * Asks a question, and those that its answer raises; answers with how the checkout stands then.
   * Throws what asking throws: the question stays open, and is asked again when its lease is over.
   */
  async function carryOut(first: Ask, placement: Placement): Promise<CheckoutStanding | null> {
    const { orderId, currency } = placement;
    let standing: CheckoutStanding | null = null;
    for (let ask: Ask | undefined = first; ask !== undefined; ) {
      const told = await answerTo(ask, placement);
      const { checkout, effects } = await store.transaction((tx) =>
        advanceCheckout(tx, orderId, told, pace),
      );
      ask = effects.find((effect) => effect.kind === 'ask')?.what;
      standing = { orderId, currency, state: checkout, details: told.details ?? {} };
    }
    return standing;
  }

  return {
    carryOut,

    /** Asks questions that nobody asks any more, up to `limit`; whether there may be others. */
    resume: async (limit: number): Promise<boolean> => {
      const open = await store.leaseAsks(pace.askLeaseMs, limit);
      await Promise.all(
        open.map(({ orderId, ask, traceparent }) =>
          inTrace(traceparent, async () => {
            const placement = await store.placement(orderId);
            if (placement !== null) await carryOut(ask, placement);
          }).catch((error) => log.warn({ err: error, orderId, ask }, 'asked in vain')),
        ),
      );
      return open.length === limit;
    },
  };
}
