import type { DeadLetterVerbs } from '@souk/platform/dead-letter-verbs';
import type { Viewer } from '@souk/platform/identity';
import { listLoader, rowLoader } from '@souk/platform/loaders';
import type { RequestScope } from '@souk/platform/subgraph';
import type DataLoader from 'dataloader';
import type { CatalogueVerbs } from '../app/catalogue.ts';
import type { CategoryVerbs } from '../app/categories.ts';
import type { SearchVerbs } from '../app/search.ts';
import type { StockVerbs } from '../app/stock.ts';
import type { WatchStock } from '../app/stock-watch.ts';
import type { VariantVerbs } from '../app/variants.ts';
import { isVisible, seesDrafts } from '../app/visibility.ts';
import { type Category, rollUp } from '../domain/category.ts';
import type { ProductChange } from '../domain/changes.ts';
import type { Criteria } from '../domain/criteria.ts';
import type { FacetCount } from '../domain/facets.ts';
import type { FacetValue } from '../domain/listing.ts';
import type { ProductStatus } from '../domain/product.ts';
import type {
  PriceChange,
  PriceSpan,
  ProductDetails,
  ProductRow,
  TimePage,
  VariantRow,
} from '../domain/rows.ts';
import type { StockMovement } from '../domain/stock.ts';

type Batch<Row> = (keys: readonly string[]) => Promise<Row[]>;

/** What resolvers may read; the store answers to it. */
export type Reads = {
  products: {
    byIds: Batch<ProductRow>;
    bySlugs: Batch<ProductRow>;
    details: Batch<ProductDetails>;
    priceSpans: Batch<PriceSpan>;
  };
  variants: { byIds: Batch<VariantRow>; bySkus: Batch<VariantRow>; ofProducts: Batch<VariantRow> };
  categories: {
    byIds: Batch<Category>;
    bySlugs: Batch<Category>;
    all: () => Promise<Category[]>;
    published: () => Promise<{ id: string; count: number }[]>;
  };
  matches: {
    count: (criteria: Criteria) => Promise<number>;
    facets: (criteria: Criteria) => Promise<FacetCount[]>;
    meanings: (tokens: readonly string[]) => Promise<FacetValue[]>;
  };
  history: {
    ofProduct: (productId: string, page: TimePage) => Promise<ProductChange[]>;
    movementsOf: (variantId: string, page: TimePage) => Promise<StockMovement[]>;
    pricesOf: (variantId: string, page: TimePage) => Promise<PriceChange[]>;
  };
};

export type Verbs = {
  catalogue: CatalogueVerbs;
  variants: VariantVerbs;
  stock: StockVerbs;
  watchStock: WatchStock;
  categories: CategoryVerbs;
  search: SearchVerbs;
  deadLetters: DeadLetterVerbs;
};

export type Loaders = {
  product: DataLoader<string, ProductRow | null>;
  productBySlug: DataLoader<string, ProductRow | null>;
  details: DataLoader<string, ProductDetails | null>;
  priceSpan: DataLoader<string, PriceSpan | null>;
  variant: DataLoader<string, VariantRow | null>;
  variantBySku: DataLoader<string, VariantRow | null>;
  variantsOf: DataLoader<string, VariantRow[]>;
  category: DataLoader<string, Category | null>;
  categoryBySlug: DataLoader<string, Category | null>;
  /** The whole tree, read at most once a request. */
  tree: () => Promise<ReadonlyMap<string, Category>>;
  /** Published products in each category and below it, counted at most once a request. */
  productCounts: () => Promise<ReadonlyMap<string, number>>;
};

export type Context = {
  viewer: Viewer | null;
  verbs: Verbs;
  reads: Reads;
  imageUrl: string;
  load: Loaders;
  /** Whether something was read that this viewer may not see, and others may. */
  hidden: { any: boolean };
  /** Forgets what has been loaded, because a mutation has changed it. */
  reload: () => void;
};

const once = <Value>(read: () => Promise<Value>) => {
  let value: Promise<Value> | undefined;
  return () => {
    value ??= read();
    return value;
  };
};

/** Loaders for one viewer: what the viewer may not see is not there. */
function loadersFor(
  { products, variants, categories }: Reads,
  viewer: Viewer | null,
  hidden: Context['hidden'],
): Loaders {
  const isSeen = (status: ProductStatus) => {
    const seen = isVisible(status, viewer);
    if (!seen) hidden.any = true;
    return seen;
  };
  const seenProducts = (batch: Batch<ProductRow>) => async (keys: readonly string[]) =>
    (await batch(keys)).filter(({ status }) => isSeen(status));
  const seenVariants = (batch: Batch<VariantRow>) => async (keys: readonly string[]) =>
    (await batch(keys)).filter(({ productStatus }) => isSeen(productStatus));
  const tree = once(async () => new Map((await categories.all()).map((each) => [each.id, each])));
  return {
    product: rowLoader(seenProducts(products.byIds), ({ id }) => id),
    productBySlug: rowLoader(seenProducts(products.bySlugs), ({ slug }) => slug),
    details: rowLoader(products.details, ({ id }) => id),
    priceSpan: rowLoader(products.priceSpans, ({ id }) => id),
    variant: rowLoader(seenVariants(variants.byIds), ({ id }) => id),
    variantBySku: rowLoader(seenVariants(variants.bySkus), ({ sku }) => sku),
    variantsOf: listLoader(variants.ofProducts, ({ productId }) => productId),
    category: rowLoader(categories.byIds, ({ id }) => id),
    categoryBySlug: rowLoader(categories.bySlugs, ({ slug }) => slug),
    tree,
    productCounts: once(async () => {
      const [nodes, own] = await Promise.all([tree(), categories.published()]);
      return rollUp(nodes, new Map(own.map(({ id, count }) => [id, count])));
    }),
  };
}

export const productsContext =
  (verbs: Verbs, reads: Reads, imageUrl: string) =>
  ({ viewer }: RequestScope): Context => {
    const hidden = { any: false };
    return {
      viewer,
      verbs,
      reads,
      imageUrl,
      hidden,
      load: loadersFor(reads, viewer, hidden),
      // Apollo Server hands resolvers a copy of this object: `this` is the one they hold.
      reload() {
        this.load = loadersFor(reads, viewer, hidden);
      },
    };
  };

/** Whether what was answered is what anyone would be answered: nothing of it is a draft. */
export const isShared = ({ viewer, hidden }: Context): boolean =>
  !seesDrafts(viewer) && !hidden.any;
