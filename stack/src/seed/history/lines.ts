import type { Random } from '../random.ts';
import type {
  Currency,
  Language,
  LineSnapshot,
  OrderLineRecord,
  ProductRecord,
  VariantRecord,
} from '../records.ts';

/** The part of a gross amount that is tax: VAT of 10 %, to the nearest minor unit. */
export const taxIn = (gross: number): number => Math.round((gross * 10) / 110);

/** What an order remembers of a variant. */
export function snapshot(
  product: ProductRecord,
  variant: VariantRecord,
  buyer: { locale: Language; currency: Currency },
  quantity: number,
): LineSnapshot {
  const words = product.options.map(({ code, values }) => {
    const chosen = values.find((value) => value.code === variant.options[code]);
    return chosen?.name[buyer.locale] ?? '';
  });
  return {
    productId: product.id,
    variantId: variant.id,
    sku: variant.sku,
    title: product.title[buyer.locale],
    variantTitle: words.join(' / '),
    quantity,
    unitPrice: variant.prices[buyer.currency],
    weightGrams: variant.weightGrams,
  };
}

type Wish = {
  lines: number;
  /** Of each line in turn; without it most lines are single. */
  quantities?: readonly number[];
  /** The parcel must stay below this. */
  maxGrams: number;
};

/** Lines of different products that together are light enough; at least one. */
export function pickLines(
  random: Random,
  products: readonly ProductRecord[],
  buyer: { locale: Language; currency: Currency },
  { lines, quantities, maxGrams }: Wish,
): OrderLineRecord[] {
  let room = maxGrams;
  const picked: OrderLineRecord[] = [];
  for (const product of random.sample(products, products.length)) {
    if (picked.length === lines) break;
    const variant = random.pick(product.variants);
    const quantity = quantities?.[picked.length] ?? fewOf(random, variant.prices.KRW);
    if (variant.weightGrams * quantity > room) continue;
    room -= variant.weightGrams * quantity;
    const line = snapshot(product, variant, buyer, quantity);
    picked.push({ number: picked.length + 1, ...line, tax: taxIn(line.unitPrice * quantity) });
  }
  if (picked.length === 0) throw new Error(`Nothing weighs less than ${maxGrams} g.`);
  return picked;
}

const CHEAP = 40_000;

function fewOf(random: Random, won: number): number {
  if (won > CHEAP || random.chance(0.65)) return 1;
  return random.whole(2, 4);
}
