import { idOf } from '../ids.ts';
import { currencyOf, parcelAddress } from '../people.ts';
import { type Random, seededRandom } from '../random.ts';
import type {
  Currency,
  OrderLineRecord,
  PostalAddress,
  ProductRecord,
  RateRecord,
} from '../records.ts';
import { HEAVIEST, rateFor } from '../shipping.ts';
import { DAY, instant, NOW } from './calendar.ts';
import { pickLines } from './lines.ts';
import { allPlans, type Outcome, type Plan } from './plans.ts';

/** What was bought: what order, payment and shipments of one purchase have in common. */
export type Sale = {
  plan: Plan;
  orderId: string;
  number: string;
  /** Epoch milliseconds. */
  placedAt: number;
  currency: Currency;
  address: PostalAddress;
  lines: OrderLineRecord[];
  rate: RateRecord;
  subtotal: number;
  discount: number;
  total: number;
};

const FIRST_NUMBER = 101;
const HURRIED: readonly Outcome[] = ['in-transit', 'on-the-van', 'partly-shipped'];

/** Every sale of the past year, oldest first, numbered in that order. */
export function allSales(products: readonly ProductRecord[]): Sale[] {
  const published = products.filter(({ status }) => status === 'PUBLISHED');
  return allPlans()
    .map((plan) => saleOf(plan, published))
    .sort((left, right) => left.placedAt - right.placedAt)
    .map((sale, index) => ({ ...sale, number: orderNumber(sale.placedAt, index) }));
}

const orderNumber = (placedAt: number, index: number): string =>
  `SK-${instant(placedAt).slice(0, 4)}-${String(FIRST_NUMBER + index).padStart(6, '0')}`;

function saleOf(plan: Plan, products: readonly ProductRecord[]): Omit<Sale, 'number'> {
  const { customer, daysAgo, outcome } = plan;
  const name = `${customer.email} ${daysAgo}`;
  const random = seededRandom(`sale ${name}`);
  const placedAt = NOW - daysAgo * DAY - random.whole(1, DAY - 1);
  const address = parcelAddress(customer, random.chance(0.25) ? 1 : 0);
  const currency = currencyOf(address.country);
  const partly = outcome === 'partly-shipped';
  const lines = pickLines(
    random,
    products.filter(({ createdAt }) => Date.parse(createdAt) < placedAt),
    { locale: customer.locale, currency },
    {
      lines: partly ? 3 : random.pick([1, 1, 1, 2, 2, 3, 3, 4, 5]),
      ...(partly ? { quantities: [1, 2, 1] } : {}),
      maxGrams: address.country === 'KR' ? HEAVIEST : 8_000,
    },
  );
  const grams = lines.reduce((sum, line) => sum + line.quantity * line.weightGrams, 0);
  const hurried = HURRIED.includes(outcome) && address.country !== 'KR';
  const method = hurried || random.chance(0.2) ? 'EXPRESS' : 'STANDARD';
  const rate = rateFor(address.country, method, grams);
  const subtotal = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
  // What is paid or given back in parts is told in whole prices.
  const inParts = partly || outcome === 'partly-refunded';
  const discount = inParts ? 0 : discountOn(subtotal, random);
  return {
    plan,
    orderId: idOf(`order ${name}`, placedAt),
    placedAt,
    currency,
    address,
    lines,
    rate,
    subtotal,
    discount,
    total: subtotal - discount + rate.prices[currency],
  };
}

/** Now and then a tenth off, in whole hundreds. */
const discountOn = (subtotal: number, random: Random): number =>
  random.chance(0.1) ? Math.floor(subtotal / 1_000) * 100 : 0;
