import { type Advanced, advance, beginning, type Checkout } from '../src/domain/checkout.ts';
import { HOLD_MS } from '../src/domain/checkout-deadlines.ts';
import type { CheckoutInput, Tell } from '../src/domain/checkout-state.ts';
import { OrderRejected } from '../src/domain/order-rejected.ts';
import { placementOf } from './placement.ts';

/** How one shopper's card, parcel and prices behave. */
export type Scenario = {
  card: 'OK' | 'DECLINES' | 'PROVES' | 'NEVER_PROVES' | 'SILENT' | 'LATE_HOLD' | 'LATE_CAPTURE';
  parcels: 1 | 2 | 3;
  dispatches: boolean;
  priceChanges: boolean;
};

type Input = CheckoutInput extends infer I
  ? I extends unknown
    ? Omit<I, 'id' | 'at'>
    : never
  : never;

export type Shopper = Scenario & {
  state: Checkout;
  versions: number;
  reservation: { status: 'NONE' | 'HELD' | 'COMMITTED' | 'RELEASED' | 'EXPIRED'; until: number };
  money: {
    held: number;
    captures: Map<string, number>;
    refunds: Map<string, number>;
    asked: boolean;
    over: boolean;
    /** Something that the card does by itself, sooner or later. */
    later: (() => void) | null;
  };
  parcel: { created: boolean; cancelled: boolean; sent: number };
  /** One queue per consumer and order: those keep their sequence. */
  out: Record<'asks' | 'payments' | 'products' | 'shipping', (() => void)[]>;
  /** What is on its way to orders: comes in any sequence, any number of times. */
  inbound: Input[];
  seen: { id: string; input: Input }[];
};

const UNITS = 3;
const sum = (amounts: Map<string, number>) => [...amounts.values()].reduce((a, b) => a + b, 0);
export const captured = ({ money }: Shopper): number => sum(money.captures);
export const refunded = ({ money }: Shopper): number => sum(money.refunds);

/** Shops that share a shelf of `stock` units, each wanting 3; `act` makes one thing happen. */
export function checkoutWorld(stock: number, scenarios: readonly Scenario[]) {
  let now = Date.parse('2026-05-01T12:00:00.000Z');
  let available = stock;
  let ids = 0;

  const shoppers = scenarios.map(
    (scenario): Shopper => ({
      ...scenario,
      state: beginning,
      versions: 0,
      reservation: { status: 'NONE', until: 0 },
      money: {
        held: 0,
        captures: new Map(),
        refunds: new Map(),
        asked: false,
        over: false,
        later: null,
      },
      parcel: { created: false, cancelled: false, sent: 0 },
      out: { asks: [], payments: [], products: [], shipping: [] },
      inbound: [],
      seen: [],
    }),
  );

  function give(shopper: Shopper, input: Input, id: string): void {
    const full = { ...input, id, at: new Date(now).toISOString() } as CheckoutInput;
    let done: Advanced;
    try {
      done = advance(shopper.state, full);
    } catch (error) {
      if (error instanceof OrderRejected && input.type === 'Cancel') return;
      throw error;
    }
    shopper.state = { order: done.order, checkout: done.checkout };
    shopper.versions += done.events.length;
    for (const effect of done.effects) {
      if (effect.kind === 'tell') route(shopper, effect);
      else if (effect.what === 'PRICES') {
        const unitPrice = shopper.priceChanges ? 1 : 3_334;
        shopper.inbound.push({ type: 'PricesQuoted', prices: { 'variant-1': unitPrice } });
      } else shopper.out.asks.push(() => reserve(shopper));
    }
  }

  function reserve({ reservation, inbound }: Shopper): void {
    if (reservation.status !== 'NONE') return;
    if (available < UNITS) {
      inbound.push({ type: 'StockRefused' });
      return;
    }
    available -= UNITS;
    reservation.status = 'HELD';
    reservation.until = now + HOLD_MS;
    inbound.push({ type: 'StockHeld', until: new Date(reservation.until).toISOString() });
  }

  function release({ reservation }: Shopper, to: 'RELEASED' | 'EXPIRED'): void {
    if (reservation.status === 'HELD' || reservation.status === 'COMMITTED') available += UNITS;
    // A release that overtakes its question is forgotten: the late answer must be released again.
    if (reservation.status !== 'NONE') reservation.status = to;
  }

  function route(shopper: Shopper, { name, data }: Tell): void {
    const { out, parcel, money, inbound, reservation } = shopper;
    switch (name) {
      case 'PaymentRequested':
        if (money.asked) throw new Error('asked to pay twice');
        money.asked = true;
        out.payments.push(() => charge(shopper, data.amount));
        return;
      case 'PaymentVoidRequested':
        out.payments.push(() => {
          money.over = true;
          money.held = 0;
          inbound.push({ type: 'PaymentVoided' });
        });
        return;
      case 'CaptureRequested':
        out.payments.push(() => {
          if (money.captures.has(data.shipmentId)) return;
          if (captured(shopper) + data.amount > money.held) throw new Error('captured too much');
          money.captures.set(data.shipmentId, data.amount);
          const { shipmentId, amount } = data;
          inbound.push({ type: 'PaymentCaptured', shipmentId, amount });
        });
        return;
      case 'RefundRequested':
        out.payments.push(() => {
          money.refunds.set(data.refundId, data.amount);
          inbound.push({ type: 'RefundSucceeded', refundId: data.refundId });
        });
        return;
      case 'OrderConfirmed':
        out.products.push(() => {
          if (reservation.status !== 'HELD') throw new Error(`committed ${reservation.status}`);
          reservation.status = 'COMMITTED';
        });
        out.shipping.push(() => {
          parcel.created = true;
        });
        return;
      case 'CancellationRequested':
        out.shipping.push(() => {
          if (parcel.sent > 0) return;
          parcel.cancelled = true;
          inbound.push({ type: 'ShipmentCancelled' });
        });
        return;
      case 'OrderCancelled':
        out.products.push(() => {
          if (reservation.status !== 'EXPIRED') release(shopper, 'RELEASED');
        });
        return;
      default:
        throw new Error(`nobody listens to ${name}`);
    }
  }

  function charge(shopper: Shopper, amount: number): void {
    const { money, inbound, card } = shopper;
    const paymentId = 'payment-1';
    const hold = () => {
      money.held = amount;
      inbound.push({ type: 'PaymentAuthorized', paymentId, amount });
    };
    if (money.over) return;
    if (card === 'OK') hold();
    if (card === 'DECLINES') inbound.push({ type: 'PaymentDeclined', code: 'card_declined' });
    if (card === 'PROVES' || card === 'NEVER_PROVES')
      inbound.push({ type: 'PaymentActionRequired' });
    if (card === 'PROVES') money.later = () => money.over || hold();
    if (card === 'LATE_HOLD') money.later = hold;
    if (card === 'LATE_CAPTURE') {
      money.later = () => {
        money.captures.set('unasked', amount);
        inbound.push({ type: 'PaymentCaptured', shipmentId: null, amount });
      };
    }
  }

  function dispatch({ parcel, parcels, inbound }: Shopper): void {
    parcel.sent += 1;
    const shipmentId = `shipment-${parcel.sent}`;
    const quantity = parcel.sent === parcels ? UNITS - parcels + 1 : 1;
    inbound.push({ type: 'ShipmentDispatched', shipmentId, items: [{ number: 1, quantity }] });
    inbound.push({ type: 'ShipmentDelivered', shipmentId });
  }

  /** Everything that could happen to a shopper next, apart from time passing. */
  function moves(shopper: Shopper): (() => void)[] {
    const { out, inbound, money, parcel, seen } = shopper;
    const late = shopper.card.startsWith('LATE') && !money.over;
    const queues = Object.values(out).filter((queue) => queue.length > 0);
    return [
      ...queues.map((queue) => () => queue.shift()?.()),
      ...inbound.map((input, index) => () => {
        inbound.splice(index, 1);
        ids += 1;
        seen.push({ id: `message-${ids}`, input });
        give(shopper, input, `message-${ids}`);
      }),
      ...(money.later === null || late
        ? []
        : [
            () => {
              const happen = money.later;
              money.later = null;
              happen?.();
            },
          ]),
      ...(parcel.created && !parcel.cancelled && parcel.sent < shopper.parcels && shopper.dispatches
        ? [() => dispatch(shopper)]
        : []),
    ];
  }

  /** The stock's hold ends; news of a confirmation is never that late (HOLD_MARGIN_MS). */
  function expireHolds(): void {
    for (const shopper of shoppers) {
      const { reservation, out, inbound } = shopper;
      if (reservation.status !== 'HELD' || reservation.until > now) continue;
      while (out.products.length > 0) out.products.shift()?.();
      if (reservation.status !== 'HELD') continue;
      release(shopper, 'EXPIRED');
      inbound.push({ type: 'ReservationExpired' });
    }
  }

  function tick(minutes: number): void {
    now += minutes * 60_000;
    expireHolds();
  }

  function reachDeadline(shopper: Shopper): void {
    const due = shopper.state.checkout.deadline?.at;
    if (due === undefined) return;
    now = Math.max(now, Date.parse(due));
    expireHolds();
    give(shopper, { type: 'DeadlineReached', due }, `deadline-${due}`);
  }

  return {
    shoppers,
    available: () => available,
    place: (shopper: Shopper) =>
      give(shopper, { type: 'Place', placement: placementOf() }, 'place'),
    cancel: (shopper: Shopper) =>
      give(shopper, { type: 'Cancel', reason: 'CHANGED_MIND', by: 'CUSTOMER' }, 'cancel'),
    again: (shopper: Shopper, pick: number) => {
      const old = shopper.seen[pick % Math.max(1, shopper.seen.length)];
      if (old !== undefined) give(shopper, old.input, old.id);
    },
    move: (shopper: Shopper, pick: number) => {
      const possible = moves(shopper);
      possible[pick % Math.max(1, possible.length)]?.();
    },
    reachDeadline,
    tick,
    /** Lets everything that can happen happen, time passing last. Throws where it never ends. */
    settle: (check: () => void) => {
      for (let turn = 0; turn < 5_000; turn += 1) {
        const next = shoppers.flatMap(moves)[0];
        const waiting = shoppers
          .filter(({ state }) => state.checkout.deadline !== null)
          .sort((a, b) =>
            `${a.state.checkout.deadline?.at}`.localeCompare(`${b.state.checkout.deadline?.at}`),
          )[0];
        if (next !== undefined) next();
        else if (waiting !== undefined) reachDeadline(waiting);
        else return;
        check();
      }
      throw new Error('the checkouts never end');
    },
  };
}
