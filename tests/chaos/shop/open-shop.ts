import { randomUUID } from 'node:crypto';
import { readShelves, type ShelfBefore } from '../audit/collect-others.ts';
import type { Databases } from '../audit/databases.ts';
import type { Graph } from '../site/graph.ts';
import { ADJUST_STOCK, BROWSE, CREATE_COUPON } from './operations.ts';
import type { Shelves } from './shopper.ts';

const COMMON = 20;
const SCARCE = 6;
/** Units of each common variant: more than anybody will buy. */
const PLENTY = 5_000;
/** So much of what is wanted of the scarce ones is there. */
const SCARCE_SHARE = 0.25;

type Variant = {
  id: string;
  forSale: boolean;
  prices: { currency: string }[];
  availability: { quantity: number };
};

/** Fills the shelves, a few of them scantily, and prints coupons; says what is on the shelves. */
export async function openShop(
  graph: Graph,
  admin: string,
  databases: Pick<Databases, 'products'>,
  { checkouts, seed }: { checkouts: number; seed: number },
): Promise<{ shelves: Shelves; before: ShelfBefore[] }> {
  const variants = await browse(graph, admin);
  const scarce = variants.slice(0, SCARCE);
  const common = variants.slice(SCARCE, SCARCE + COMMON);
  const units = Math.max(3, Math.round((checkouts * SCARCE_SHARE) / SCARCE));
  for (const { id, availability } of scarce)
    await stock(graph, admin, id, units - availability.quantity);
  for (const { id } of common) await stock(graph, admin, id, PLENTY);
  const coupons = [`CHAOS-${seed}-FEW`, `CHAOS-${seed}-ONCE`];
  const [few, once] = coupons;
  await coupon(graph, admin, {
    code: few,
    percent: 10,
    usageLimit: Math.max(2, Math.round(checkouts / 40)),
  });
  await coupon(graph, admin, { code: once, percent: 5, customerLimit: 1 });
  const sold = [...scarce, ...common].map(({ id }) => id);
  const isScarce = (id: string) => scarce.some((variant) => variant.id === id);
  const before = await readShelves(
    databases.products,
    sold.map((variantId) => ({ variantId, isScarce: isScarce(variantId), before: 0 })),
  );
  return {
    shelves: { common: common.map(({ id }) => id), scarce: scarce.map(({ id }) => id), coupons },
    before: before.map(({ variantId, isScarce, stock }) => ({
      variantId,
      isScarce,
      before: stock,
    })),
  };
}

async function browse(graph: Graph, admin: string): Promise<Variant[]> {
  const { products } = await graph<{ products: { nodes: { variants: Variant[] }[] } }>(
    BROWSE,
    { first: 60 },
    admin,
  );
  const first = products.nodes
    .flatMap(({ variants }) => variants.slice(0, 1))
    .filter(({ forSale, prices }) => forSale && prices.some(({ currency }) => currency === 'KRW'));
  if (first.length < SCARCE + COMMON) throw new Error('the demo shop has too little to sell');
  return first;
}

async function stock(graph: Graph, admin: string, variantId: string, delta: number): Promise<void> {
  if (delta !== 0) await graph(ADJUST_STOCK, { variantId, delta }, admin);
}

async function coupon(graph: Graph, admin: string, about: object): Promise<void> {
  await graph(CREATE_COUPON, { input: { ...about, idempotencyKey: randomUUID() } }, admin);
}
