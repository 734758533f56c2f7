import { each, type Invariant, sum } from '../audit/finding.ts';
import { kept, taken } from './money.ts';
import {
  byOrder,
  hasFailed,
  hasLeft,
  isCancelled,
  isKept,
  named,
  unitsByLine,
} from './order-states.ts';

const ENDS: Readonly<Record<string, readonly string[]>> = {
  SHIPPED: ['SHIPPED', 'DELIVERED'],
  REJECTED: ['REJECTED'],
  EXPIRED: ['EXPIRED'],
  CANCELLED: ['CANCELLED'],
};

export const everySagaEnded: Invariant = {
  name: 'every saga ended',
  check: ({ orders, sagas }) => {
    const sagaOf = byOrder(sagas);
    return each(orders, ({ id, status }) => {
      const [saga] = sagaOf(id);
      if (saga === undefined) return `${named(id)} is ${status} and has no saga`;
      const { step, outcome, stock, payment } = saga;
      if (step !== 'ENDED' || outcome === null) {
        return `${named(id)} is ${status}: its saga waits in ${step} (stock ${stock}, payment ${payment})`;
      }
      return ENDS[outcome]?.includes(status) === true
        ? null
        : `${named(id)} is ${status}, its saga ended ${outcome}`;
    });
  },
};

export const failedIsUndone: Invariant = {
  name: 'what failed is undone',
  check: ({ orders, intents, reservations, shipments, coupons }) => {
    const intentsOf = byOrder(intents);
    const reservationsOf = byOrder(reservations);
    const shipmentsOf = byOrder(shipments);
    const couponUsed = new Set(coupons.flatMap(({ uses }) => uses.map(({ orderId }) => orderId)));
    return each(orders.filter(hasFailed), ({ id, status }) => {
      const money = kept(intentsOf(id));
      if (money.held !== 0) return `${named(id)} is ${status}: ${money.held} is held on the card`;
      if (money.kept !== 0) return `${named(id)} is ${status}: ${money.kept} was not given back`;
      const holds = reservationsOf(id).find((each) => /HELD|COMMITTED/.test(each.status));
      if (holds !== undefined) return `${named(id)} is ${status}: its stock is ${holds.status}`;
      const parcel = shipmentsOf(id).find((shipment) => !isCancelled(shipment));
      if (parcel !== undefined) return `${named(id)} is ${status}: a parcel is ${parcel.status}`;
      return couponUsed.has(id) ? `${named(id)} is ${status}: its coupon counts as used` : null;
    });
  },
};

export const keptIsShippedAndPaid: Invariant = {
  name: 'what is kept is shipped and paid once',
  check: ({ orders, intents, shipments }) => {
    const intentsOf = byOrder(intents);
    const shipmentsOf = byOrder(shipments);
    return each(orders.filter(isKept), ({ id, total, lines }) => {
      const live = shipmentsOf(id).filter((shipment) => !isCancelled(shipment));
      const sent = unitsByLine(live.filter(hasLeft).flatMap(({ items }) => items));
      const wrong = lines.find(({ number, quantity }) => (sent.get(number) ?? 0) !== quantity);
      if (wrong !== undefined) {
        return `${named(id)}: of line ${wrong.number} ${sent.get(wrong.number) ?? 0} were sent, ${wrong.quantity} bought`;
      }
      if (live.some((shipment) => !hasLeft(shipment))) {
        return `${named(id)}: a parcel more than was bought`;
      }
      const own = intentsOf(id);
      const paid = sum(own, taken);
      if (paid !== total) return `${named(id)}: ${paid} of ${total} was taken`;
      const { held } = kept(own);
      return held === 0 ? null : `${named(id)}: ${held} more is held on the card`;
    });
  },
};
