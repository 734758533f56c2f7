import { idOf } from '../ids.ts';
import { userByEmail } from '../people.ts';
import type { CartRecord, ProductRecord, VariantRecord } from '../records.ts';
import { DAY, HOUR, instant, NOW } from './calendar.ts';
import { snapshot } from './lines.ts';

type Offer = { product: ProductRecord; variant: VariantRecord };

const PLENTY = 10;
const SCARCE = 4;

/**
 * What Mina has left lying in her cart: one thing that is fine, one whose price has risen since,
 * one of which she wants more than there is.
 */
export function minaCart(products: readonly ProductRecord[]): CartRecord {
  const mina = userByEmail('mina@souk.example');
  const createdAt = NOW - 9 * DAY;
  const offers = products
    .filter(
      ({ status, createdAt: arrived }) => status === 'PUBLISHED' && Date.parse(arrived) < createdAt,
    )
    .flatMap((product) => product.variants.map((variant) => ({ product, variant })));
  const taken = new Set<string>();
  const choose = (suits: (stock: number) => boolean): Offer => {
    const found = offers.find(
      ({ product, variant }) => suits(variant.stock) && !taken.has(product.id),
    );
    if (found === undefined) throw new Error('No published variant has such a stock.');
    taken.add(found.product.id);
    return found;
  };
  const line = ({ product, variant }: Offer, quantity: number, lastYear = 0) => {
    const buyer = { locale: mina.locale, currency: 'KRW' } as const;
    const seen = snapshot(product, variant, buyer, quantity);
    return {
      id: idOf(`cart line ${mina.email} ${variant.sku}`, createdAt),
      ...seen,
      unitPrice: seen.unitPrice - lastYear,
      addedAt: instant(createdAt + taken.size * HOUR),
    };
  };
  const fine = line(
    choose((stock) => stock >= PLENTY),
    1,
  );
  const dearer = choose((stock) => stock >= PLENTY);
  const risen = line(
    dearer,
    2,
    Math.max(100, Math.floor(dearer.variant.prices.KRW / 10_000) * 1_000),
  );
  const scarce = choose((stock) => stock >= 1 && stock <= SCARCE);
  return {
    kind: 'cart',
    id: idOf(`cart ${mina.email}`, createdAt),
    customerId: mina.id,
    currency: 'KRW',
    createdAt: instant(createdAt),
    lines: [fine, risen, line(scarce, scarce.variant.stock + 2)],
  };
}
