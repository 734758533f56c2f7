import { all, each, type Invariant, sum } from '../audit/finding.ts';
import { taken } from './money.ts';
import { byOrder, hasLeft, named, unitsByLine } from './order-states.ts';

export const returnsAreSettled: Invariant = {
  name: 'what came back is refunded once',
  check: ({ orders, returns, refunds, shipments, intents }) => {
    const refundsOf = byOrder(refunds);
    const returnsOf = byOrder(returns);
    const shipmentsOf = byOrder(shipments);
    const intentsOf = byOrder(intents);
    return all(
      each(returns, ({ id, orderId, status, refund }) => {
        if (status === 'REJECTED') return null;
        if (status !== 'REFUNDED') return `return ${id} of ${named(orderId)} stays ${status}`;
        const own = refundsOf(orderId).filter((each) => each.id === id);
        const given = sum(
          own.filter((each) => each.status === 'SUCCEEDED'),
          ({ amount }) => amount,
        );
        return given === refund
          ? null
          : `return ${id} of ${named(orderId)} is worth ${refund}, ${given} was given back`;
      }),
      each(
        orders.filter(({ id }) => returnsOf(id).length > 0),
        ({ id }) => {
          const sent = unitsByLine(
            shipmentsOf(id)
              .filter(hasLeft)
              .flatMap(({ items }) => items),
          );
          const back = unitsByLine(
            returnsOf(id)
              .filter(({ status }) => status !== 'REJECTED')
              .flatMap(({ items }) => items),
          );
          const over = [...back].find(([number, units]) => units > (sent.get(number) ?? 0));
          return over === undefined
            ? null
            : `${named(id)}: ${over[1]} of line ${over[0]} came back, ${sent.get(over[0]) ?? 0} were sent`;
        },
      ),
      each(
        orders.filter(({ id }) => refundsOf(id).length > 0),
        ({ id }) => {
          const given = sum(
            refundsOf(id).filter(({ status }) => status === 'SUCCEEDED'),
            ({ amount }) => amount,
          );
          const own = intentsOf(id);
          const theirs = sum(own, ({ refunded }) => refunded);
          if (given !== theirs) {
            return `${named(id)}: ${given} was refunded, ${theirs} at the provider`;
          }
          const paid = sum(own, taken);
          return given > paid ? `${named(id)}: ${given} was refunded of ${paid}` : null;
        },
      ),
    );
  },
};
