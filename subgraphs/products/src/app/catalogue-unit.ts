import type { Category } from '../domain/category.ts';
import type { ProductChange } from '../domain/changes.ts';
import type { Told } from '../domain/facts.ts';
import type { Listing } from '../domain/listing.ts';
import type { Product } from '../domain/product.ts';
import type { PriceChange } from '../domain/rows.ts';
import type { StockMovement } from '../domain/stock.ts';
import type { Variant } from '../domain/variant.ts';

/** What the verbs write, all of it in one transaction. */
export type CatalogueUnit = {
  /** Nobody else changes the product, its variants or their stock until the transaction ends. */
  lockProduct: (id: string) => Promise<Product | null>;
  lockProductOfVariant: (variantId: string) => Promise<Product | null>;
  variantsOf: (productId: string) => Promise<Variant[]>;
  addProduct: (product: Product) => Promise<void>;
  saveProduct: (product: Product) => Promise<void>;
  addVariant: (variant: Variant) => Promise<void>;
  savePrices: (variant: Pick<Variant, 'id' | 'prices' | 'version'>) => Promise<void>;
  /** The stock after it. Throws CONFLICT when it would be negative, or less than is reserved. */
  moveStock: (variantId: string, delta: number) => Promise<number>;
  saveListing: (listing: Listing) => Promise<void>;
  saveInStock: (productId: string, inStock: boolean) => Promise<void>;
  recordChange: (change: ProductChange) => Promise<void>;
  recordPrices: (changes: (PriceChange & { variantId: string })[]) => Promise<void>;
  recordMovement: (movement: StockMovement) => Promise<void>;
  /** Tells other services, once the transaction is done; comes last, after every lock. */
  tell: (fact: Told) => Promise<void>;
  /** The whole tree; nobody else changes it until the transaction ends. */
  lockCategories: () => Promise<Category[]>;
  addCategory: (category: Category) => Promise<void>;
  saveCategory: (category: Category) => Promise<void>;
};

export type Transact = <Result>(work: (unit: CatalogueUnit) => Promise<Result>) => Promise<Result>;
