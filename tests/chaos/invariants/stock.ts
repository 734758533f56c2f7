import type { ShelfFact } from '../audit/facts.ts';
import { all, each, type Invariant } from '../audit/finding.ts';
import { byOrder, isKept, named, restockedUnits, unitsByVariant } from './order-states.ts';

const shelfName = ({ sku, variantId }: ShelfFact): string => `${sku} (${variantId})`;

/** What is on the shelves, by the books of products and by those of orders. */
export const stockIsConserved: Invariant = {
  name: 'no unit is sold twice or lost',
  check: (facts) => {
    const { orders, reservations, shelves } = facts;
    const committed = reservations.filter(({ status }) => status === 'COMMITTED');
    const sold = unitsByVariant(committed.flatMap(({ lines }) => lines));
    const open = unitsByVariant(
      reservations.filter(({ status }) => status === 'HELD').flatMap(({ lines }) => lines),
    );
    const back = restockedUnits(facts);
    const committedOf = byOrder(committed);
    return all(
      each(shelves, (shelf) => {
        const { variantId, before, stock, reserved, moved } = shelf;
        const out = (sold.get(variantId) ?? 0) - (back.get(variantId) ?? 0);
        if (stock < 0 || reserved < 0 || reserved > stock) {
          return `${shelfName(shelf)}: ${stock} in stock, ${reserved} reserved`;
        }
        if (reserved !== (open.get(variantId) ?? 0)) {
          return `${shelfName(shelf)}: ${reserved} reserved, held for orders ${open.get(variantId) ?? 0}`;
        }
        if (stock !== before + moved) {
          return `${shelfName(shelf)}: ${stock} in stock, its movements lead to ${before + moved}`;
        }
        return before - stock === out
          ? null
          : `${shelfName(shelf)}: ${before - stock} units gone, orders have ${out}`;
      }),
      each(orders, (order) => {
        const own = committedOf(order.id).flatMap(({ lines }) => lines);
        const units = isKept(order) ? unitsByVariant(order.lines) : new Map<string, number>();
        return same(unitsByVariant(own), units)
          ? null
          : `${named(order.id)} is ${order.status}: its units are not the ones that were sold to it`;
      }),
    );
  },
};

export const scarceIsSoldOut: Invariant = {
  name: 'what is scarce is sold out exactly',
  check: (facts) => {
    const kept = unitsByVariant(facts.orders.filter(isKept).flatMap(({ lines }) => lines));
    const back = restockedUnits(facts);
    return each(
      facts.shelves.filter(({ isScarce }) => isScarce),
      (shelf) => {
        const sold = (kept.get(shelf.variantId) ?? 0) - (back.get(shelf.variantId) ?? 0);
        if (sold > shelf.before) return `${shelfName(shelf)}: ${sold} sold of ${shelf.before}`;
        if (shelf.stock > 0) return `${shelfName(shelf)}: ${shelf.stock} cannot be sold`;
        return sold === shelf.before
          ? null
          : `${shelfName(shelf)}: sold out, and only ${sold} of ${shelf.before} were bought`;
      },
    );
  },
};

const same = (left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): boolean =>
  left.size === right.size && [...left].every(([key, value]) => right.get(key) === value);
