import { add as addDinero, dinero, multiply as multiplyDinero, toSnapshot } from 'dinero.js';
import { EUR, KRW, USD } from 'dinero.js/currencies';
import { z } from 'zod';

/** The currencies in which the shop sells, ISO 4217. */
export const CURRENCIES = { KRW, USD, EUR } as const;
export const Currency = z.enum(['KRW', 'USD', 'EUR']);
export type Currency = z.output<typeof Currency>;

/** An amount in whole minor units: won, cents. Never a fraction, never without a currency. */
export const Money = z.object({ amount: z.int(), currency: Currency });
export type Money = z.output<typeof Money>;

/** Amounts of two currencies met where only one may stand. */
export class CurrencyMismatch extends Error {
  override readonly name = 'CurrencyMismatch';
}

export const money = (amount: number, currency: Currency): Money => ({ amount, currency });

const exact = ({ amount, currency }: Money) => dinero({ amount, currency: CURRENCIES[currency] });

/** The sum of amounts of one currency. Throws CurrencyMismatch when there are several. */
export function sum(amounts: readonly Money[], currency: Currency): Money {
  const total = amounts.reduce(
    (left, right) => {
      if (right.currency !== currency) {
        throw new CurrencyMismatch(`${right.currency} cannot be added to ${currency}.`);
      }
      return addDinero(left, exact(right));
    },
    exact(money(0, currency)),
  );
  return money(toSnapshot(total).amount, currency);
}

/** The price of so many units. */
export const times = (price: Money, quantity: number): Money =>
  money(toSnapshot(multiplyDinero(exact(price), quantity)).amount, price.currency);

/** The tax inside a gross amount, rounded half up to a minor unit; the rate is in percent. */
export const taxIncluded = (gross: Money, ratePercent: number): Money =>
  money(Math.round((gross.amount * ratePercent) / (100 + ratePercent)), gross.currency);
