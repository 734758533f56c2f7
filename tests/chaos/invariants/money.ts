import type { IntentFact } from '../audit/facts.ts';
import { all, each, type Invariant, sum } from '../audit/finding.ts';
import { byOrder, hasLeft, named } from './order-states.ts';

export const taken = ({ captures }: IntentFact): number => sum(captures, (amount) => amount);
export const held = (intent: IntentFact): number =>
  intent.authorized - intent.released - taken(intent);

/** Counted on the provider's own ledger. */
export const chargedOnce: Invariant = {
  name: 'no order is charged twice',
  check: ({ orders, intents, shipments }) => {
    const intentsOf = byOrder(intents);
    const shipmentsOf = byOrder(shipments);
    return each(orders, ({ id, total }) => {
      const own = intentsOf(id);
      const charged = own.filter((intent) => intent.authorized > 0);
      const captures = own.flatMap((intent) => intent.captures);
      const amount = sum(captures, (capture) => capture);
      const parcels = shipmentsOf(id).filter(hasLeft).length;
      if (charged.length > 1) {
        return `${named(id)}: the card was charged by ${charged.map((intent) => intent.id).join(' and ')}`;
      }
      if (amount > total) return `${named(id)}: ${amount} was taken, ${total} was due`;
      return captures.length > parcels
        ? `${named(id)}: ${captures.length} captures for ${parcels} parcels that left`
        : null;
    });
  },
};

export const ledgerIsZero: Invariant = {
  name: 'the ledger sums to zero',
  check: ({ ledgerSums, payments }) =>
    all(
      each(Object.entries(ledgerSums), ([currency, amount]) =>
        amount === 0 ? null : `all postings in ${currency} sum to ${amount}`,
      ),
      each(payments, ({ id, ledger }) => {
        const amount = sum(Object.values(ledger), (balance) => balance);
        return amount === 0 ? null : `the postings of payment ${id} sum to ${amount}`;
      }),
    ),
};

export const ledgerIsTheProviders: Invariant = {
  name: "the ledger is the provider's",
  check: ({ payments, intents }) => {
    const intentsOf = byOrder(intents);
    const known = new Set(payments.map(({ orderId }) => orderId));
    return all(
      each(payments, ({ id, orderId, captured, refunded, ledger, currency }) => {
        const own = intentsOf(orderId);
        const theirs = {
          held: sum(own, held),
          captured: sum(own, taken),
          refunded: sum(own, (intent) => intent.refunded),
          cleared: sum(own, (intent) => taken(intent) - intent.refunded),
        };
        const ours = {
          held: ledger.CARD_HOLDS ?? 0,
          captured,
          refunded,
          cleared: ledger.PROVIDER_CLEARING ?? 0,
        };
        if (own.some((intent) => intent.currency !== currency)) {
          return `payment ${id} is in ${currency}, the provider's is not`;
        }
        return JSON.stringify(ours) === JSON.stringify(theirs)
          ? null
          : `payment ${id} of ${named(orderId)}: ${JSON.stringify(ours)}, at the provider ${JSON.stringify(theirs)}`;
      }),
      each(
        intents.filter(({ orderId }) => !known.has(orderId)),
        ({ id, orderId, authorized }) =>
          authorized === 0 ? null : `the provider's ${id} of ${named(orderId)} is of no payment`,
      ),
    );
  },
};

/** What a customer has paid for an order that failed; nothing may be kept of it, nor held. */
export const kept = (intents: readonly IntentFact[]): { held: number; kept: number } => ({
  held: sum(intents, held),
  kept: sum(intents, (intent) => taken(intent) - intent.refunded),
});
