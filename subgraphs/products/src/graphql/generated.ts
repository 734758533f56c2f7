import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProductMapper, ProductVariantMapper, CategoryMapper, ProductConnectionMapper, ProductEdgeMapper, ProductFacetsMapper, FacetGroupMapper, FacetValueMapper, ProductOptionMapper, ProductOptionValueMapper, SelectedOptionMapper, ProductAttributeMapper, ImageMapper, ProductChangeMapper, ProductChangeConnectionMapper, StockMovementMapper, StockMovementConnectionMapper, PriceChangeMapper, PriceChangeConnectionMapper, DeadLetterMapper, DeadLetterConnectionMapper, UserMapper } from './mappers.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, RFC 3339, in UTC. */
  DateTime: { input: string; output: Date | string; }
  /** Any JSON value: what a field of any kind held before or after a change. */
  JSON: { input: unknown; output: unknown; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** What a new variant is. */
export type AddVariantInput = {
  /** A value for each of the product's options. */
  options?: Array<SelectedOptionInput>;
  /** Its price in every currency, tax included. */
  prices: Array<MoneyInput>;
  /** Its stock keeping unit: capitals and digits, joined by hyphens. */
  sku: Scalars['String']['input'];
  /** Weight of one unit, grams. */
  weightGrams: Scalars['Int']['input'];
};

/** A fact about a product. */
export type AttributeInput = {
  /** Its name for programs: material. */
  code: Scalars['String']['input'];
  /** Its name for people. */
  name: LocalizedTextInput;
  /** The value for people. */
  value: LocalizedTextInput;
  /** The value's name for programs: oak. */
  valueCode: Scalars['String']['input'];
};

/** What there is in stock. */
export type Availability = {
  __typename?: 'Availability';
  /** Whether there is any. */
  inStock: Scalars['Boolean']['output'];
  /** Units that can be sold now. */
  quantity: Scalars['Int']['output'];
  /** The same in a word. */
  status: StockStatus;
};

/** How many matches are of a brand. */
export type BrandFacet = {
  __typename?: 'BrandFacet';
  /** The brand. */
  brand: Scalars['String']['output'];
  /** How many. */
  count: Scalars['Int']['output'];
  /** Whether the filter has it already. */
  selected: Scalars['Boolean']['output'];
};

/** A shelf of the shop, which may hold further shelves. */
export type Category = {
  __typename?: 'Category';
  /** The way to it from the root, itself left out: breadcrumbs. */
  ancestors: Array<Category>;
  /** The categories directly in it, in the order of the shop. */
  children: Array<Category>;
  /** What is found there. */
  description: Scalars['String']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** The category it lies in; null for a root. */
  parent?: Maybe<Category>;
  /** How many products on sale are in it or anywhere below it. */
  productCount: Scalars['Int']['output'];
  /** The products on sale in it or anywhere below it. */
  products: ProductConnection;
  /** The part of its address that people read. */
  slug: Scalars['String']['output'];
};


/** A shelf of the shop, which may hold further shelves. */
export type CategoryDescriptionArgs = {
  locale?: Locale;
};


/** A shelf of the shop, which may hold further shelves. */
export type CategoryNameArgs = {
  locale?: Locale;
};


/** A shelf of the shop, which may hold further shelves. */
export type CategoryProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  currency?: Currency;
  filter?: InputMaybe<ProductFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  locale?: Locale;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<ProductSort>;
};

/** How many matches are in a category. */
export type CategoryFacet = {
  __typename?: 'CategoryFacet';
  /** The category. */
  category: Category;
  /** How many, those below it included. */
  count: Scalars['Int']['output'];
};

/** Any of some values of an option or attribute. */
export type CodeFilter = {
  /** The option's or attribute's code: size. */
  code: Scalars['String']['input'];
  /** Codes of values: m, l. */
  values: Array<Scalars['String']['input']>;
};

/** What a new category is. */
export type CreateCategoryInput = {
  /** What is found there. */
  description: LocalizedTextInput;
  /** What it is called. */
  name: LocalizedTextInput;
  /** The category it lies in; none makes it a root. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Its place among its siblings, from 0. */
  position?: Scalars['Int']['input'];
  /** The part of its address that people read: lower case words joined by hyphens. */
  slug: Scalars['String']['input'];
};

/** What a new product is. */
export type CreateProductInput = {
  /** Facts that hold for every variant, at most 30. */
  attributes?: InputMaybe<Array<AttributeInput>>;
  /** Who makes it. */
  brand: Scalars['String']['input'];
  /** The category it stands in. */
  categoryId: Scalars['ID']['input'];
  /** What there is to say of it. */
  description: LocalizedTextInput;
  /** Its pictures, at most 20. */
  images?: InputMaybe<Array<ImageInput>>;
  /** What a shopper chooses between, at most 5. */
  options?: InputMaybe<Array<OptionInput>>;
  /** The part of its address that people read: lower case words joined by hyphens. */
  slug: Scalars['String']['input'];
  /** Words to find it by, at most 30. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What it is called. */
  title: LocalizedTextInput;
};

/** ISO 4217 currencies in which the shop sells. */
export type Currency =
  /** Euro, cents. */
  | 'EUR'
  /** South Korean won, no minor unit. */
  | 'KRW'
  /** US dollar, cents. */
  | 'USD';

/** A message that a service could not handle, and gave up. */
export type DeadLetter = {
  __typename?: 'DeadLetter';
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** The message as it came, JSON. */
  body: Scalars['String']['output'];
  /** When it was given up. */
  diedAt: Scalars['DateTime']['output'];
  /** Why it failed at last. */
  error: Scalars['String']['output'];
  /** The consumer that gave it up. */
  group: Scalars['String']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What it is ordered by: the aggregate's id. */
  key: Scalars['String']['output'];
  /** The message's id. */
  messageId: Scalars['ID']['output'];
  /** The service that sent it. */
  topic: Scalars['String']['output'];
};

/** A page of dead letters. */
export type DeadLetterConnection = {
  __typename?: 'DeadLetterConnection';
  /** The page's edges. */
  edges: Array<DeadLetterEdge>;
  /** The page's letters, without cursors. */
  nodes: Array<DeadLetter>;
  /** Where the page starts and ends. */
  pageInfo: PageInfo;
};

/** One of the dead letters, and its place in the list. */
export type DeadLetterEdge = {
  __typename?: 'DeadLetterEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The letter. */
  node: DeadLetter;
};

/** An option or attribute, and what it can be. */
export type FacetGroup = {
  __typename?: 'FacetGroup';
  /** Its name for programs: size. */
  code: Scalars['String']['output'];
  /** Its name for people. */
  name: Scalars['String']['output'];
  /** What it can be, the most frequent first; at most 50. */
  values: Array<FacetValue>;
};


/** An option or attribute, and what it can be. */
export type FacetGroupNameArgs = {
  locale?: Locale;
};

/** How many matches have a value. */
export type FacetValue = {
  __typename?: 'FacetValue';
  /** Its name for programs: m. */
  code: Scalars['String']['output'];
  /** How many. */
  count: Scalars['Int']['output'];
  /** Its name for people. */
  name: Scalars['String']['output'];
  /** Whether the filter has it already. */
  selected: Scalars['Boolean']['output'];
};


/** How many matches have a value. */
export type FacetValueNameArgs = {
  locale?: Locale;
};

/** A field before and after. */
export type FieldChange = {
  __typename?: 'FieldChange';
  /** What it holds since. */
  after?: Maybe<Scalars['JSON']['output']>;
  /** What it held. */
  before?: Maybe<Scalars['JSON']['output']>;
  /** Its name. */
  field: Scalars['String']['output'];
};

/** A picture. */
export type Image = {
  __typename?: 'Image';
  /** What it shows, for who cannot see it. */
  alt: Scalars['String']['output'];
  /** Where it can be fetched. */
  url: Scalars['String']['output'];
};


/** A picture. */
export type ImageAltArgs = {
  locale?: Locale;
};

/** A picture among the service's images. */
export type ImageInput = {
  /** What it shows, for who cannot see it. */
  alt: LocalizedTextInput;
  /** The name of its file. */
  file: Scalars['String']['input'];
};

/** Languages in which the shop speaks. */
export type Locale =
  /** English. */
  | 'EN'
  /** Korean. */
  | 'KO';

/** A text in every language of the shop. */
export type LocalizedTextInput = {
  /** English. */
  en: Scalars['String']['input'];
  /** Korean. */
  ko: Scalars['String']['input'];
};

/** An amount of money: an integer count of minor units and its currency. */
export type Money = {
  __typename?: 'Money';
  /** Minor units: won, cents. */
  amount: Scalars['Int']['output'];
  /** ISO 4217 code. */
  currency: Currency;
};

/** An amount of money. */
export type MoneyInput = {
  /** Minor units: won, cents. */
  amount: Scalars['Int']['input'];
  /** ISO 4217 code. */
  currency: Currency;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Adds a variant, without stock. Needs the scopes catalogue:write and prices:write. */
  addVariant: ProductVariant;
  /** Counts units in or out; CONFLICT when there are too few, or fewer than are reserved. Needs the scope stock:write. */
  adjustStock: ProductVariant;
  /** Takes a product off sale; who bought it can still look it up. Needs the scope catalogue:write. */
  archiveProduct: Product;
  /** Adds a category. Needs the scope catalogue:write. */
  createCategory: Category;
  /** Adds a product as a draft. Needs the scope catalogue:write. */
  createProduct: Product;
  /** Throws a message that was given up away; false where there is none. Needs the scope ops. */
  dropProductsDeadLetter: Scalars['Boolean']['output'];
  /** Moves a category, with all that lies in it. Needs the scope catalogue:write. */
  moveCategory: Category;
  /** Puts a product on sale; it needs at least one variant. Needs the scope catalogue:write. */
  publishProduct: Product;
  /** Has a message that was given up handled again; false where there is none. Needs the scope ops. */
  redriveProductsDeadLetter: Scalars['Boolean']['output'];
  /** Sets a variant's prices. Needs the scope prices:write. */
  setVariantPrices: ProductVariant;
  /** Changes what is said of a product. Needs the scope catalogue:write. */
  updateProduct: Product;
};


export type MutationAddVariantArgs = {
  expectedVersion: Scalars['Int']['input'];
  input: AddVariantInput;
  productId: Scalars['ID']['input'];
};


export type MutationAdjustStockArgs = {
  delta: Scalars['Int']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  reason: StockReason;
  variantId: Scalars['ID']['input'];
};


export type MutationArchiveProductArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


export type MutationCreateCategoryArgs = {
  input: CreateCategoryInput;
};


export type MutationCreateProductArgs = {
  input: CreateProductInput;
};


export type MutationDropProductsDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type MutationMoveCategoryArgs = {
  id: Scalars['ID']['input'];
  parentId?: InputMaybe<Scalars['ID']['input']>;
  position?: Scalars['Int']['input'];
};


export type MutationPublishProductArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


export type MutationRedriveProductsDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSetVariantPricesArgs = {
  expectedVersion: Scalars['Int']['input'];
  prices: Array<MoneyInput>;
  variantId: Scalars['ID']['input'];
};


export type MutationUpdateProductArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  input: UpdateProductInput;
};

/** A choice that tells variants apart. */
export type OptionInput = {
  /** Its name for programs: size. */
  code: Scalars['String']['input'];
  /** Its name for people. */
  name: LocalizedTextInput;
  /** What can be chosen, 1 to 100. */
  values: Array<OptionValueInput>;
};

/** One thing that can be chosen. */
export type OptionValueInput = {
  /** Its name for programs: m. */
  code: Scalars['String']['input'];
  /** Its name for people. */
  name: LocalizedTextInput;
};

/** Where a page of a connection starts and ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is a next page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is a previous page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A price that changed. */
export type PriceChange = {
  __typename?: 'PriceChange';
  /** The price it became. */
  after: Money;
  /** The price it was; null for the first. */
  before?: Maybe<Money>;
  /** When. */
  changedAt: Scalars['DateTime']['output'];
  /** Who did it. */
  changedBy?: Maybe<User>;
  /** Its id. */
  id: Scalars['ID']['output'];
};

/** A page of price changes. */
export type PriceChangeConnection = {
  __typename?: 'PriceChangeConnection';
  /** The page's edges. */
  edges: Array<PriceChangeEdge>;
  /** The page's changes, without cursors. */
  nodes: Array<PriceChange>;
  /** Where the page starts and ends. */
  pageInfo: PageInfo;
};

/** One of the price changes, and its place in the list. */
export type PriceChangeEdge = {
  __typename?: 'PriceChangeEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: PriceChange;
};

/** How many matches are in a band of prices; both ends are included. */
export type PriceFacet = {
  __typename?: 'PriceFacet';
  /** How many. */
  count: Scalars['Int']['output'];
  /** The most of the band; null for the highest band. */
  max?: Maybe<Money>;
  /** The least of the band; null for the lowest band. */
  min?: Maybe<Money>;
};

/** A span of prices, both ends included. */
export type PriceFilter = {
  /** The currency of both. */
  currency: Currency;
  /** The most, minor units. */
  max?: InputMaybe<Scalars['Int']['input']>;
  /** The least, minor units. */
  min?: InputMaybe<Scalars['Int']['input']>;
};

/** From the cheapest variant to the dearest. */
export type PriceRange = {
  __typename?: 'PriceRange';
  /** The highest price. */
  max: Money;
  /** The lowest price. */
  min: Money;
};

/** A thing that is sold, in one or more variants. */
export type Product = {
  __typename?: 'Product';
  /** Facts that hold for every variant. */
  attributes: Array<ProductAttribute>;
  /** All its variants' stock together. */
  availability: Availability;
  /** Who makes it. */
  brand: Scalars['String']['output'];
  /** Where in the shop it stands. */
  category: Category;
  /** When it was added. */
  createdAt: Scalars['DateTime']['output'];
  /** What there is to say of it. */
  description: Scalars['String']['output'];
  /** Who changed what, latest first. Needs the scope catalogue:read. */
  history?: Maybe<ProductChangeConnection>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** The first of its pictures. */
  image?: Maybe<Image>;
  /** Its pictures, the most important first. */
  images: Array<Image>;
  /** What a shopper chooses between: size, colour and the like. */
  options: Array<ProductOption>;
  /** The lowest and highest price of its variants; null while it has none. */
  priceRange?: Maybe<PriceRange>;
  /** The part of its address that people read; it never changes. */
  slug: Scalars['String']['output'];
  /** Whether it is on sale. */
  status: ProductStatus;
  /** Words to find it by. */
  tags: Array<Scalars['String']['output']>;
  /** What it is called. */
  title: Scalars['String']['output'];
  /** When it last changed; stock does not count. */
  updatedAt: Scalars['DateTime']['output'];
  /** What can be put in a cart, in the shop's order; at most 100. */
  variants: Array<ProductVariant>;
  /** Grows by one with every change; what expectedVersion is compared with. */
  version: Scalars['Int']['output'];
};


/** A thing that is sold, in one or more variants. */
export type ProductDescriptionArgs = {
  locale?: Locale;
};


/** A thing that is sold, in one or more variants. */
export type ProductHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A thing that is sold, in one or more variants. */
export type ProductPriceRangeArgs = {
  currency?: Currency;
};


/** A thing that is sold, in one or more variants. */
export type ProductTitleArgs = {
  locale?: Locale;
};

/** What can be done to a product. */
export type ProductAction =
  /** It was taken off sale. */
  | 'ARCHIVED'
  /** It was added. */
  | 'CREATED'
  /** What is said of it changed. */
  | 'EDITED'
  /** A variant's prices changed. */
  | 'PRICED'
  /** It was put on sale. */
  | 'PUBLISHED'
  /** It got a further variant. */
  | 'VARIANT_ADDED';

/** A fact about a product. */
export type ProductAttribute = {
  __typename?: 'ProductAttribute';
  /** Its name for programs: material. */
  code: Scalars['String']['output'];
  /** Its name for people. */
  name: Scalars['String']['output'];
  /** The value for people. */
  value: Scalars['String']['output'];
  /** The value's name for programs: oak. */
  valueCode: Scalars['String']['output'];
};


/** A fact about a product. */
export type ProductAttributeNameArgs = {
  locale?: Locale;
};


/** A fact about a product. */
export type ProductAttributeValueArgs = {
  locale?: Locale;
};

/** Something that somebody did to a product. */
export type ProductChange = {
  __typename?: 'ProductChange';
  /** What was done. */
  action: ProductAction;
  /** When. */
  changedAt: Scalars['DateTime']['output'];
  /** Who did it. */
  changedBy?: Maybe<User>;
  /** Field by field. */
  changes: Array<FieldChange>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** The product's version after it. */
  version: Scalars['Int']['output'];
};

/** A page of changes. */
export type ProductChangeConnection = {
  __typename?: 'ProductChangeConnection';
  /** The page's edges. */
  edges: Array<ProductChangeEdge>;
  /** The page's changes, without cursors. */
  nodes: Array<ProductChange>;
  /** Where the page starts and ends. */
  pageInfo: PageInfo;
};

/** One of the changes, and its place in the list. */
export type ProductChangeEdge = {
  __typename?: 'ProductChangeEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: ProductChange;
};

/** A page of products. */
export type ProductConnection = {
  __typename?: 'ProductConnection';
  /** The page's edges. */
  edges: Array<ProductEdge>;
  /** By what the matches can be narrowed down, and how many would be left. */
  facets: ProductFacets;
  /** The page's products, without cursors. */
  nodes: Array<Product>;
  /** Where the page starts and ends. */
  pageInfo: PageInfo;
  /** How many products match, on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One of the products, and its place in the list. */
export type ProductEdge = {
  __typename?: 'ProductEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The product. */
  node: Product;
};

/**
 * By what a list can be narrowed down. Each count is how many products would match with that choice
 * made, in place of the choices already made within the same facet.
 */
export type ProductFacets = {
  __typename?: 'ProductFacets';
  /** Attributes: material and the like. */
  attributes: Array<FacetGroup>;
  /** Brands, the most frequent first; at most 50. */
  brands: Array<BrandFacet>;
  /** Categories with matches in them or below them, in the order of the tree. */
  categories: Array<CategoryFacet>;
  /** How many are in stock. */
  inStock: Scalars['Int']['output'];
  /** Options: size, colour and the like. */
  options: Array<FacetGroup>;
  /** Bands of the lowest price, cheapest first. */
  prices: Array<PriceFacet>;
};


/**
 * By what a list can be narrowed down. Each count is how many products would match with that choice
 * made, in place of the choices already made within the same facet.
 */
export type ProductFacetsPricesArgs = {
  currency?: Currency;
};

/** What products must be. Lists mean any of them; different fields must all hold. */
export type ProductFilter = {
  /** Any of the values of each attribute. */
  attributes?: InputMaybe<Array<CodeFilter>>;
  /** Any of these brands, spelt as in the facets. */
  brands?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Slug of a category: products in it or anywhere below it. */
  category?: InputMaybe<Scalars['String']['input']>;
  /** Whether anything of them is in stock. */
  inStock?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of the values of each option: in stock or not, a variant that has it. */
  options?: InputMaybe<Array<CodeFilter>>;
  /** The lowest price of their variants lies between these. */
  price?: InputMaybe<PriceFilter>;
  /** Where they stand in their life; anything but PUBLISHED needs the scope catalogue:read. */
  status?: InputMaybe<ProductStatus>;
  /** All of these tags. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** A choice that tells variants apart. */
export type ProductOption = {
  __typename?: 'ProductOption';
  /** Its name for programs: size. */
  code: Scalars['String']['output'];
  /** Its name for people. */
  name: Scalars['String']['output'];
  /** What can be chosen. */
  values: Array<ProductOptionValue>;
};


/** A choice that tells variants apart. */
export type ProductOptionNameArgs = {
  locale?: Locale;
};

/** One thing that can be chosen. */
export type ProductOptionValue = {
  __typename?: 'ProductOptionValue';
  /** Its name for programs: m. */
  code: Scalars['String']['output'];
  /** Its name for people. */
  name: Scalars['String']['output'];
};


/** One thing that can be chosen. */
export type ProductOptionValueNameArgs = {
  locale?: Locale;
};

/** In which order products come. */
export type ProductSort =
  /** Newest first. */
  | 'NEWEST'
  /** Cheapest first, by the lowest price of a product's variants. */
  | 'PRICE_ASC'
  /** Dearest first, by the lowest price of a product's variants. */
  | 'PRICE_DESC'
  /** Best match first; without a search, the newest. */
  | 'RELEVANCE'
  /** By title. */
  | 'TITLE';

/** Where a product stands in its life. */
export type ProductStatus =
  /** Off sale; who bought it can still look it up. */
  | 'ARCHIVED'
  /** Being written; only staff sees it. */
  | 'DRAFT'
  /** On sale. */
  | 'PUBLISHED';

/** A product in one size, colour and so on: what is put in a cart. */
export type ProductVariant = {
  __typename?: 'ProductVariant';
  /** What there is of it in stock. */
  availability: Availability;
  /** Whether it can be put in a cart: its product is on sale. */
  forSale: Scalars['Boolean']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What it has for each of the product's options. */
  options: Array<SelectedOption>;
  /** Its price in one currency, tax included. */
  price: Money;
  /** How its prices changed, latest first. Needs the scope catalogue:read. */
  priceHistory?: Maybe<PriceChangeConnection>;
  /** Its price in every currency, tax included. */
  prices: Array<Money>;
  /** The product it is a variant of. */
  product: Product;
  /** Units that orders have reserved and that are still here. Needs stock:write, catalogue:read or catalogue:write. */
  reserved?: Maybe<Scalars['Int']['output']>;
  /** Its stock keeping unit, for people in the warehouse. */
  sku: Scalars['String']['output'];
  /** How its stock came to be, latest first. Needs the scope stock:write. */
  stockMovements?: Maybe<StockMovementConnection>;
  /** Its options in words; empty for a product without options. */
  title: Scalars['String']['output'];
  /** Grows by one with every change of price; what expectedVersion is compared with. */
  version: Scalars['Int']['output'];
  /** Weight of one unit, grams. */
  weightGrams: Scalars['Int']['output'];
};


/** A product in one size, colour and so on: what is put in a cart. */
export type ProductVariantPriceArgs = {
  currency?: Currency;
};


/** A product in one size, colour and so on: what is put in a cart. */
export type ProductVariantPriceHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A product in one size, colour and so on: what is put in a cart. */
export type ProductVariantStockMovementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A product in one size, colour and so on: what is put in a cart. */
export type ProductVariantTitleArgs = {
  locale?: Locale;
};

export type Query = {
  __typename?: 'Query';
  /** The roots of the category tree, in the order of the shop. */
  categories?: Maybe<Array<Category>>;
  /** One category by its slug, or null. */
  category?: Maybe<Category>;
  /** One product by id or by slug; exactly one of the two. Null where there is none. */
  product?: Maybe<Product>;
  /** The products that match a search and a filter, page by page. */
  products?: Maybe<ProductConnection>;
  /** One message that the products service gave up, or null. Needs the scope ops. */
  productsDeadLetter?: Maybe<DeadLetter>;
  /** Messages that the products service gave up, the newest first. Needs the scope ops. */
  productsDeadLetters?: Maybe<DeadLetterConnection>;
  /** One variant by its stock keeping unit, or null. */
  variant?: Maybe<ProductVariant>;
};


export type QueryCategoryArgs = {
  slug: Scalars['String']['input'];
};


export type QueryProductArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


export type QueryProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  currency?: Currency;
  filter?: InputMaybe<ProductFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  locale?: Locale;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<ProductSort>;
};


export type QueryProductsDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProductsDeadLettersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryVariantArgs = {
  sku: Scalars['String']['input'];
};

/** What a variant has for one of the product's options. */
export type SelectedOption = {
  __typename?: 'SelectedOption';
  /** The option's name for programs: size. */
  code: Scalars['String']['output'];
  /** The option's name for people. */
  name: Scalars['String']['output'];
  /** What is chosen. */
  value: ProductOptionValue;
};


/** What a variant has for one of the product's options. */
export type SelectedOptionNameArgs = {
  locale?: Locale;
};

/** A value for an option. */
export type SelectedOptionInput = {
  /** The option's code: size. */
  code: Scalars['String']['input'];
  /** The value's code: m. */
  value: Scalars['String']['input'];
};

/** Units that came or went. */
export type StockMovement = {
  __typename?: 'StockMovement';
  /** Units more, or fewer when negative. */
  delta: Scalars['Int']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** When. */
  movedAt: Scalars['DateTime']['output'];
  /** Who did it; null for the machine. */
  movedBy?: Maybe<User>;
  /** Whatever a colleague should know. */
  note?: Maybe<Scalars['String']['output']>;
  /** Units there were after it. */
  quantityAfter: Scalars['Int']['output'];
  /** Why. */
  reason: StockMovementReason;
  /** The reservation that was sold; null for every other movement. */
  reservationId?: Maybe<Scalars['ID']['output']>;
};

/** A page of stock movements. */
export type StockMovementConnection = {
  __typename?: 'StockMovementConnection';
  /** The page's edges. */
  edges: Array<StockMovementEdge>;
  /** The page's movements, without cursors. */
  nodes: Array<StockMovement>;
  /** Where the page starts and ends. */
  pageInfo: PageInfo;
};

/** One of the movements, and its place in the list. */
export type StockMovementEdge = {
  __typename?: 'StockMovementEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The movement. */
  node: StockMovement;
};

/** Why stock moved. */
export type StockMovementReason =
  /** Corrected after counting. */
  | 'COUNTED'
  /** Broken or lost. */
  | 'DAMAGED'
  /** What there was at the start. */
  | 'INITIAL'
  /** Delivered by a supplier. */
  | 'RECEIVED'
  /** Sent back by a customer. */
  | 'RETURNED'
  /** Sold. */
  | 'SOLD';

/** Why somebody adjusts stock. */
export type StockReason =
  /** Corrected after counting. */
  | 'COUNTED'
  /** Broken or lost. */
  | 'DAMAGED'
  /** Delivered by a supplier. */
  | 'RECEIVED'
  /** Sent back by a customer. */
  | 'RETURNED'
  /** Sold outside the shop. */
  | 'SOLD';

/** Stock in a word. */
export type StockStatus =
  /** Plenty. */
  | 'IN_STOCK'
  /** Five or fewer. */
  | 'LOW_STOCK'
  /** None. */
  | 'OUT_OF_STOCK';

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * The variants asked for, with what there is of them in stock: at first, and again whenever that of
   * one of them has changed; always all of them, in the order asked for. What the viewer may not see, or
   * is not there, is left out.
   */
  stockChanged: Array<ProductVariant>;
};


export type SubscriptionStockChangedArgs = {
  variantIds: Array<Scalars['ID']['input']>;
};

/** What changes of a product; what is left out stays. */
export type UpdateProductInput = {
  /** Facts that hold for every variant, at most 30. */
  attributes?: InputMaybe<Array<AttributeInput>>;
  /** Who makes it. */
  brand?: InputMaybe<Scalars['String']['input']>;
  /** The category it stands in. */
  categoryId?: InputMaybe<Scalars['ID']['input']>;
  /** What there is to say of it. */
  description?: InputMaybe<LocalizedTextInput>;
  /** Its pictures, at most 20. */
  images?: InputMaybe<Array<ImageInput>>;
  /** Words to find it by, at most 30. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What it is called. */
  title?: InputMaybe<LocalizedTextInput>;
};

/** A person; owned by the accounts subgraph, which knows what kind of person it is. */
export type User = {
  __typename?: 'User';
  /** Its id. */
  id: Scalars['ID']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Category: Category;
  Product: Product;
  ProductVariant: ProductVariant;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Category:
    ( { __typename: 'Category' }
    & ( GraphQLRecursivePick<FederationTypes['Category'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Category'], {"slug":true}> ) );
  Product:
    ( { __typename: 'Product' }
    & ( GraphQLRecursivePick<FederationTypes['Product'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Product'], {"slug":true}> ) );
  ProductVariant:
    ( { __typename: 'ProductVariant' }
    & ( GraphQLRecursivePick<FederationTypes['ProductVariant'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['ProductVariant'], {"sku":true}> ) );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddVariantInput: AddVariantInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AttributeInput: AttributeInput;
  Availability: ResolverTypeWrapper<Availability>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BrandFacet: ResolverTypeWrapper<BrandFacet>;
  Category: ResolverTypeWrapper<CategoryMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CategoryFacet: ResolverTypeWrapper<Omit<CategoryFacet, 'category'> & { category: ResolversTypes['Category'] }>;
  CodeFilter: CodeFilter;
  CreateCategoryInput: CreateCategoryInput;
  CreateProductInput: CreateProductInput;
  Currency: Currency;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeadLetter: ResolverTypeWrapper<DeadLetterMapper>;
  DeadLetterConnection: ResolverTypeWrapper<DeadLetterConnectionMapper>;
  DeadLetterEdge: ResolverTypeWrapper<Omit<DeadLetterEdge, 'node'> & { node: ResolversTypes['DeadLetter'] }>;
  FacetGroup: ResolverTypeWrapper<FacetGroupMapper>;
  FacetValue: ResolverTypeWrapper<FacetValueMapper>;
  FieldChange: ResolverTypeWrapper<FieldChange>;
  Image: ResolverTypeWrapper<ImageMapper>;
  ImageInput: ImageInput;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Locale: Locale;
  LocalizedTextInput: LocalizedTextInput;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OptionInput: OptionInput;
  OptionValueInput: OptionValueInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PriceChange: ResolverTypeWrapper<PriceChangeMapper>;
  PriceChangeConnection: ResolverTypeWrapper<PriceChangeConnectionMapper>;
  PriceChangeEdge: ResolverTypeWrapper<Omit<PriceChangeEdge, 'node'> & { node: ResolversTypes['PriceChange'] }>;
  PriceFacet: ResolverTypeWrapper<PriceFacet>;
  PriceFilter: PriceFilter;
  PriceRange: ResolverTypeWrapper<PriceRange>;
  Product: ResolverTypeWrapper<ProductMapper>;
  ProductAction: ProductAction;
  ProductAttribute: ResolverTypeWrapper<ProductAttributeMapper>;
  ProductChange: ResolverTypeWrapper<ProductChangeMapper>;
  ProductChangeConnection: ResolverTypeWrapper<ProductChangeConnectionMapper>;
  ProductChangeEdge: ResolverTypeWrapper<Omit<ProductChangeEdge, 'node'> & { node: ResolversTypes['ProductChange'] }>;
  ProductConnection: ResolverTypeWrapper<ProductConnectionMapper>;
  ProductEdge: ResolverTypeWrapper<ProductEdgeMapper>;
  ProductFacets: ResolverTypeWrapper<ProductFacetsMapper>;
  ProductFilter: ProductFilter;
  ProductOption: ResolverTypeWrapper<ProductOptionMapper>;
  ProductOptionValue: ResolverTypeWrapper<ProductOptionValueMapper>;
  ProductSort: ProductSort;
  ProductStatus: ProductStatus;
  ProductVariant: ResolverTypeWrapper<ProductVariantMapper>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SelectedOption: ResolverTypeWrapper<SelectedOptionMapper>;
  SelectedOptionInput: SelectedOptionInput;
  StockMovement: ResolverTypeWrapper<StockMovementMapper>;
  StockMovementConnection: ResolverTypeWrapper<StockMovementConnectionMapper>;
  StockMovementEdge: ResolverTypeWrapper<Omit<StockMovementEdge, 'node'> & { node: ResolversTypes['StockMovement'] }>;
  StockMovementReason: StockMovementReason;
  StockReason: StockReason;
  StockStatus: StockStatus;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UpdateProductInput: UpdateProductInput;
  User: ResolverTypeWrapper<UserMapper>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddVariantInput: AddVariantInput;
  String: Scalars['String']['output'];
  AttributeInput: AttributeInput;
  Availability: Availability;
  Boolean: Scalars['Boolean']['output'];
  BrandFacet: BrandFacet;
  Category: CategoryMapper;
  ID: Scalars['ID']['output'];
  CategoryFacet: Omit<CategoryFacet, 'category'> & { category: ResolversParentTypes['Category'] };
  CodeFilter: CodeFilter;
  CreateCategoryInput: CreateCategoryInput;
  CreateProductInput: CreateProductInput;
  DateTime: Scalars['DateTime']['output'];
  DeadLetter: DeadLetterMapper;
  DeadLetterConnection: DeadLetterConnectionMapper;
  DeadLetterEdge: Omit<DeadLetterEdge, 'node'> & { node: ResolversParentTypes['DeadLetter'] };
  FacetGroup: FacetGroupMapper;
  FacetValue: FacetValueMapper;
  FieldChange: FieldChange;
  Image: ImageMapper;
  ImageInput: ImageInput;
  JSON: Scalars['JSON']['output'];
  LocalizedTextInput: LocalizedTextInput;
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  OptionInput: OptionInput;
  OptionValueInput: OptionValueInput;
  PageInfo: PageInfo;
  PriceChange: PriceChangeMapper;
  PriceChangeConnection: PriceChangeConnectionMapper;
  PriceChangeEdge: Omit<PriceChangeEdge, 'node'> & { node: ResolversParentTypes['PriceChange'] };
  PriceFacet: PriceFacet;
  PriceFilter: PriceFilter;
  PriceRange: PriceRange;
  Product: ProductMapper;
  ProductAttribute: ProductAttributeMapper;
  ProductChange: ProductChangeMapper;
  ProductChangeConnection: ProductChangeConnectionMapper;
  ProductChangeEdge: Omit<ProductChangeEdge, 'node'> & { node: ResolversParentTypes['ProductChange'] };
  ProductConnection: ProductConnectionMapper;
  ProductEdge: ProductEdgeMapper;
  ProductFacets: ProductFacetsMapper;
  ProductFilter: ProductFilter;
  ProductOption: ProductOptionMapper;
  ProductOptionValue: ProductOptionValueMapper;
  ProductVariant: ProductVariantMapper;
  Query: Record<PropertyKey, never>;
  SelectedOption: SelectedOptionMapper;
  SelectedOptionInput: SelectedOptionInput;
  StockMovement: StockMovementMapper;
  StockMovementConnection: StockMovementConnectionMapper;
  StockMovementEdge: Omit<StockMovementEdge, 'node'> & { node: ResolversParentTypes['StockMovement'] };
  Subscription: Record<PropertyKey, never>;
  UpdateProductInput: UpdateProductInput;
  User: UserMapper;
  Int: Scalars['Int']['output'];
};

export type CacheControlDirectiveArgs = {
  maxAge: Scalars['Int']['input'];
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AvailabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Availability'] = ResolversParentTypes['Availability']> = {
  inStock?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StockStatus'], ParentType, ContextType>;
};

export type BrandFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BrandFacet'] = ResolversParentTypes['BrandFacet']> = {
  brand?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  selected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category'], FederationReferenceType extends FederationReferenceTypes['Category'] = FederationReferenceTypes['Category']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Category']> | FederationReferenceType, FederationReferenceType, ContextType>;
  ancestors?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType>;
  children?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CategoryDescriptionArgs, 'locale'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CategoryNameArgs, 'locale'>>;
  parent?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  productCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  products?: Resolver<ResolversTypes['ProductConnection'], ParentType, ContextType, RequireFields<CategoryProductsArgs, 'currency' | 'first' | 'locale'>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CategoryFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryFacet'] = ResolversParentTypes['CategoryFacet']> = {
  category?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeadLetterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  diedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  error?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeadLetterConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterConnection'] = ResolversParentTypes['DeadLetterConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeadLetterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeadLetterEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterEdge'] = ResolversParentTypes['DeadLetterEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType>;
};

export type FacetGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FacetGroup'] = ResolversParentTypes['FacetGroup']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FacetGroupNameArgs, 'locale'>>;
  values?: Resolver<Array<ResolversTypes['FacetValue']>, ParentType, ContextType>;
};

export type FacetValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FacetValue'] = ResolversParentTypes['FacetValue']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FacetValueNameArgs, 'locale'>>;
  selected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FieldChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FieldChange'] = ResolversParentTypes['FieldChange']> = {
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  alt?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ImageAltArgs, 'locale'>>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addVariant?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType, RequireFields<MutationAddVariantArgs, 'expectedVersion' | 'input' | 'productId'>>;
  adjustStock?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType, RequireFields<MutationAdjustStockArgs, 'delta' | 'reason' | 'variantId'>>;
  archiveProduct?: Resolver<ResolversTypes['Product'], ParentType, ContextType, RequireFields<MutationArchiveProductArgs, 'expectedVersion' | 'id'>>;
  createCategory?: Resolver<ResolversTypes['Category'], ParentType, ContextType, RequireFields<MutationCreateCategoryArgs, 'input'>>;
  createProduct?: Resolver<ResolversTypes['Product'], ParentType, ContextType, RequireFields<MutationCreateProductArgs, 'input'>>;
  dropProductsDeadLetter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDropProductsDeadLetterArgs, 'id'>>;
  moveCategory?: Resolver<ResolversTypes['Category'], ParentType, ContextType, RequireFields<MutationMoveCategoryArgs, 'id' | 'position'>>;
  publishProduct?: Resolver<ResolversTypes['Product'], ParentType, ContextType, RequireFields<MutationPublishProductArgs, 'expectedVersion' | 'id'>>;
  redriveProductsDeadLetter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRedriveProductsDeadLetterArgs, 'id'>>;
  setVariantPrices?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType, RequireFields<MutationSetVariantPricesArgs, 'expectedVersion' | 'prices' | 'variantId'>>;
  updateProduct?: Resolver<ResolversTypes['Product'], ParentType, ContextType, RequireFields<MutationUpdateProductArgs, 'expectedVersion' | 'id' | 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PriceChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceChange'] = ResolversParentTypes['PriceChange']> = {
  after?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PriceChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceChangeConnection'] = ResolversParentTypes['PriceChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PriceChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PriceChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PriceChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceChangeEdge'] = ResolversParentTypes['PriceChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PriceChange'], ParentType, ContextType>;
};

export type PriceFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceFacet'] = ResolversParentTypes['PriceFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type PriceRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceRange'] = ResolversParentTypes['PriceRange']> = {
  max?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  attributes?: Resolver<Array<ResolversTypes['ProductAttribute']>, ParentType, ContextType>;
  availability?: Resolver<ResolversTypes['Availability'], ParentType, ContextType>;
  brand?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ProductDescriptionArgs, 'locale'>>;
  history?: Resolver<Maybe<ResolversTypes['ProductChangeConnection']>, ParentType, ContextType, RequireFields<ProductHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  images?: Resolver<Array<ResolversTypes['Image']>, ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['ProductOption']>, ParentType, ContextType>;
  priceRange?: Resolver<Maybe<ResolversTypes['PriceRange']>, ParentType, ContextType, RequireFields<ProductPriceRangeArgs, 'currency'>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProductStatus'], ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ProductTitleArgs, 'locale'>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  variants?: Resolver<Array<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductAttributeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductAttribute'] = ResolversParentTypes['ProductAttribute']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ProductAttributeNameArgs, 'locale'>>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ProductAttributeValueArgs, 'locale'>>;
  valueCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProductChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductChange'] = ResolversParentTypes['ProductChange']> = {
  action?: Resolver<ResolversTypes['ProductAction'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductChangeConnection'] = ResolversParentTypes['ProductChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProductChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ProductChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProductChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductChangeEdge'] = ResolversParentTypes['ProductChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProductChange'], ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['ProductFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type ProductFacetsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductFacets'] = ResolversParentTypes['ProductFacets']> = {
  attributes?: Resolver<Array<ResolversTypes['FacetGroup']>, ParentType, ContextType>;
  brands?: Resolver<Array<ResolversTypes['BrandFacet']>, ParentType, ContextType>;
  categories?: Resolver<Array<ResolversTypes['CategoryFacet']>, ParentType, ContextType>;
  inStock?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['FacetGroup']>, ParentType, ContextType>;
  prices?: Resolver<Array<ResolversTypes['PriceFacet']>, ParentType, ContextType, RequireFields<ProductFacetsPricesArgs, 'currency'>>;
};

export type ProductOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductOption'] = ResolversParentTypes['ProductOption']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ProductOptionNameArgs, 'locale'>>;
  values?: Resolver<Array<ResolversTypes['ProductOptionValue']>, ParentType, ContextType>;
};

export type ProductOptionValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductOptionValue'] = ResolversParentTypes['ProductOptionValue']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ProductOptionValueNameArgs, 'locale'>>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant'], FederationReferenceType extends FederationReferenceTypes['ProductVariant'] = FederationReferenceTypes['ProductVariant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProductVariant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availability?: Resolver<ResolversTypes['Availability'], ParentType, ContextType>;
  forSale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['SelectedOption']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType, RequireFields<ProductVariantPriceArgs, 'currency'>>;
  priceHistory?: Resolver<Maybe<ResolversTypes['PriceChangeConnection']>, ParentType, ContextType, RequireFields<ProductVariantPriceHistoryArgs, 'first'>>;
  prices?: Resolver<Array<ResolversTypes['Money']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  reserved?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stockMovements?: Resolver<Maybe<ResolversTypes['StockMovementConnection']>, ParentType, ContextType, RequireFields<ProductVariantStockMovementsArgs, 'first'>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ProductVariantTitleArgs, 'locale'>>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  categories?: Resolver<Maybe<Array<ResolversTypes['Category']>>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType, RequireFields<QueryCategoryArgs, 'slug'>>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, Partial<QueryProductArgs>>;
  products?: Resolver<Maybe<ResolversTypes['ProductConnection']>, ParentType, ContextType, RequireFields<QueryProductsArgs, 'currency' | 'first' | 'locale'>>;
  productsDeadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType, RequireFields<QueryProductsDeadLetterArgs, 'id'>>;
  productsDeadLetters?: Resolver<Maybe<ResolversTypes['DeadLetterConnection']>, ParentType, ContextType, RequireFields<QueryProductsDeadLettersArgs, 'first'>>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType, RequireFields<QueryVariantArgs, 'sku'>>;
};

export type SelectedOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SelectedOption'] = ResolversParentTypes['SelectedOption']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SelectedOptionNameArgs, 'locale'>>;
  value?: Resolver<ResolversTypes['ProductOptionValue'], ParentType, ContextType>;
};

export type StockMovementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovement'] = ResolversParentTypes['StockMovement']> = {
  delta?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  movedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  movedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantityAfter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['StockMovementReason'], ParentType, ContextType>;
  reservationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type StockMovementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovementConnection'] = ResolversParentTypes['StockMovementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockMovementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockMovementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovementEdge'] = ResolversParentTypes['StockMovementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockMovement'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  stockChanged?: SubscriptionResolver<Array<ResolversTypes['ProductVariant']>, "stockChanged", ParentType, ContextType, RequireFields<SubscriptionStockChangedArgs, 'variantIds'>>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Availability?: AvailabilityResolvers<ContextType>;
  BrandFacet?: BrandFacetResolvers<ContextType>;
  Category?: CategoryResolvers<ContextType>;
  CategoryFacet?: CategoryFacetResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  FacetGroup?: FacetGroupResolvers<ContextType>;
  FacetValue?: FacetValueResolvers<ContextType>;
  FieldChange?: FieldChangeResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PriceChange?: PriceChangeResolvers<ContextType>;
  PriceChangeConnection?: PriceChangeConnectionResolvers<ContextType>;
  PriceChangeEdge?: PriceChangeEdgeResolvers<ContextType>;
  PriceFacet?: PriceFacetResolvers<ContextType>;
  PriceRange?: PriceRangeResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductAttribute?: ProductAttributeResolvers<ContextType>;
  ProductChange?: ProductChangeResolvers<ContextType>;
  ProductChangeConnection?: ProductChangeConnectionResolvers<ContextType>;
  ProductChangeEdge?: ProductChangeEdgeResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  ProductFacets?: ProductFacetsResolvers<ContextType>;
  ProductOption?: ProductOptionResolvers<ContextType>;
  ProductOptionValue?: ProductOptionValueResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SelectedOption?: SelectedOptionResolvers<ContextType>;
  StockMovement?: StockMovementResolvers<ContextType>;
  StockMovementConnection?: StockMovementConnectionResolvers<ContextType>;
  StockMovementEdge?: StockMovementEdgeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
