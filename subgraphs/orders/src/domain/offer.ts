/** What a variant costs at a moment, and what there is of it; the amount is in minor units. */
export type Offer = {
  variantId: string;
  productId: string;
  sku: string;
  title: string;
  variantTitle: string;
  unitPrice: number;
  weightGrams: number;
  available: number;
};

/** Offers by variant id; a variant that is not for sale has none. */
export type Offers = ReadonlyMap<string, Offer>;
