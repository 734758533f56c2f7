/** Where money is: every movement takes from one place what it gives to another. */
export type Account = 'cardholder' | 'held' | 'merchant';

export type Kind = 'authorization' | 'release' | 'capture' | 'refund' | 'refund_reversal';

/** A double entry; the amount is positive, in minor units. */
export type Movement = {
  kind: Kind;
  from: Account;
  to: Account;
  amount: number;
  currency: string;
  paymentIntent: string;
  refund: string | null;
};

const WAYS: Record<Kind, readonly [Account, Account]> = {
  authorization: ['cardholder', 'held'],
  release: ['held', 'cardholder'],
  capture: ['held', 'merchant'],
  refund: ['merchant', 'cardholder'],
  refund_reversal: ['cardholder', 'merchant'],
};

export function movement(
  kind: Kind,
  amount: number,
  about: { currency: string; paymentIntent: string; refund?: string },
): Movement {
  const [from, to] = WAYS[kind];
  const { currency, paymentIntent, refund = null } = about;
  return { kind, from, to, amount, currency, paymentIntent, refund };
}

export type Totals = Record<Kind, number> & { balances: Record<Account, number> };

/** Sums per currency, in minor units. The balances of one currency sum to zero. */
export function totalsOf(movements: readonly Movement[]): Record<string, Totals> {
  const totals: Record<string, Totals> = {};
  for (const { kind, from, to, amount, currency } of movements) {
    totals[currency] ??= {
      authorization: 0,
      release: 0,
      capture: 0,
      refund: 0,
      refund_reversal: 0,
      balances: { cardholder: 0, held: 0, merchant: 0 },
    };
    const own = totals[currency];
    own[kind] += amount;
    own.balances[from] -= amount;
    own.balances[to] += amount;
  }
  return totals;
}
