import type { StoredDeadLetter } from '@souk/platform/dead-letters';
import type { Connection } from '@souk/platform/paging';
import type { Found } from '../app/search.ts';
import type { Category } from '../domain/category.ts';
import type { ProductChange } from '../domain/changes.ts';
import type { Criteria } from '../domain/criteria.ts';
import type { Choice, FacetCount, Group } from '../domain/facets.ts';
import type { FacetValue } from '../domain/listing.ts';
import type { Attribute, Image, Option } from '../domain/product.ts';
import type { PriceChange, ProductRow, VariantRow } from '../domain/rows.ts';
import type { StockMovement } from '../domain/stock.ts';

/** What a resolver's parent really is, by GraphQL type: `<Type>Mapper`. */
export type ProductMapper = ProductRow;
export type ProductVariantMapper = VariantRow;
export type CategoryMapper = Category;
export type ProductConnectionMapper = Found;
export type ProductEdgeMapper = { cursor: string; node: ProductRow };
export type ProductFacetsMapper = {
  criteria: Criteria;
  counts: FacetCount[];
  meanings: FacetValue[];
};
export type FacetGroupMapper = Group;
export type FacetValueMapper = Choice;
export type ProductOptionMapper = Option;
export type ProductOptionValueMapper = Option['values'][number];
export type SelectedOptionMapper = Option & { value: Option['values'][number] };
export type ProductAttributeMapper = Attribute;
export type ImageMapper = Image;
export type ProductChangeMapper = ProductChange;
export type ProductChangeConnectionMapper = Connection<ProductChange>;
export type StockMovementMapper = StockMovement;
export type StockMovementConnectionMapper = Connection<StockMovement>;
export type PriceChangeMapper = PriceChange;
export type PriceChangeConnectionMapper = Connection<PriceChange>;
export type DeadLetterMapper = StoredDeadLetter;
export type DeadLetterConnectionMapper = Connection<StoredDeadLetter>;

/** Owned elsewhere: only the key is known here. */
export type UserMapper = { id: string };
