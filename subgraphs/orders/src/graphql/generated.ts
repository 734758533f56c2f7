import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CartMapper, CartLineMapper, CartProblemMapper, PriceChangedMapper, OutOfStockMapper, InsufficientStockMapper, NoLongerSoldMapper, OrderMapper, OrderLineMapper, TimelineEntryMapper, StatusReachedMapper, ProductMapper, ProductVariantMapper, UserMapper } from './mappers.ts';
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
  _FieldSet: { input: unknown; output: unknown; }
};

/** What to put into a cart. */
export type AddToCartInput = {
  /** The secret of a guest cart. */
  cartToken?: InputMaybe<Scalars['String']['input']>;
  /** Currency of a cart that this starts; a cart that exists keeps its own. */
  currency?: Currency;
  /** Language of the titles kept on the line. */
  locale?: Locale;
  /** Units, 1 to 99. */
  quantity?: Scalars['Int']['input'];
  /** The variant. */
  variantId: Scalars['ID']['input'];
};

/** Whether a variant can be bought; owned by the products subgraph. */
export type Availability = {
  __typename?: 'Availability';
  /** Units that can be bought at present. */
  quantity: Scalars['Int']['output'];
};

/**
 * What somebody means to buy. A guest's cart is opened by its token alone; anybody else's is opened
 * by being signed in as its owner.
 */
export type Cart = {
  __typename?: 'Cart';
  /** When it was started. */
  createdAt: Scalars['DateTime']['output'];
  /** Currency of every price in it. */
  currency: Currency;
  /** Whose it is; null for a guest's. */
  customer?: Maybe<User>;
  /** Its id, which opens nothing by itself. */
  id: Scalars['ID']['output'];
  /** Its lines, at most 100, in the order in which they were added. */
  lines: Array<CartLine>;
  /** What the lines cost together, tax included, without shipping. */
  subtotal: Money;
  /** The secret of a guest cart, where the caller has it; null on a customer's cart. */
  token?: Maybe<Scalars['String']['output']>;
  /** Units in all. */
  totalQuantity: Scalars['Int']['output'];
  /** When it changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** What the lines weigh together, grams. */
  weightGrams: Scalars['Int']['output'];
};

/** So many units of one variant, at the price that the person saw. */
export type CartLine = {
  __typename?: 'CartLine';
  /** When it was first added. */
  addedAt: Scalars['DateTime']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Price of all units. */
  lineTotal: Money;
  /**
   * What stands between this line and a checkout; empty where all is well, null where it could not
   * be checked because the catalogue does not answer.
   */
  problems?: Maybe<Array<CartProblem>>;
  /** The product, as it is at present. */
  product?: Maybe<Product>;
  /** Units, 1 to 99. */
  quantity: Scalars['Int']['output'];
  /** Stock keeping unit. */
  sku: Scalars['String']['output'];
  /** The product's title when it was added. */
  title: Scalars['String']['output'];
  /** Price of one unit when it was last quoted, tax included. */
  unitPrice: Money;
  /** The variant, as it is at present. */
  variant?: Maybe<ProductVariant>;
  /** The variant's options when it was added, in words. */
  variantTitle: Scalars['String']['output'];
  /** What all units weigh, grams. */
  weightGrams: Scalars['Int']['output'];
};

/** Something that stands between a line and a checkout. */
export type CartProblem = {
  /** The same in a sentence. */
  message: Scalars['String']['output'];
};


/** Something that stands between a line and a checkout. */
export type CartProblemMessageArgs = {
  locale?: Locale;
};

/** ISO 4217 currencies in which the shop sells. */
export type Currency =
  /** Euro, cents. */
  | 'EUR'
  /** South Korean won, no minor unit. */
  | 'KRW'
  /** US dollar, cents. */
  | 'USD';

/** There are fewer left than the line asks for. */
export type InsufficientStock = CartProblem & {
  __typename?: 'InsufficientStock';
  /** Units that can be bought at present. */
  available: Scalars['Int']['output'];
  /** The same in a sentence. */
  message: Scalars['String']['output'];
};


/** There are fewer left than the line asks for. */
export type InsufficientStockMessageArgs = {
  locale?: Locale;
};

/** Languages in which the shop speaks. */
export type Locale =
  /** English. */
  | 'EN'
  /** Korean. */
  | 'KO';

/** An amount of money: an integer count of minor units and its currency. */
export type Money = {
  __typename?: 'Money';
  /** Minor units: won, cents. */
  amount: Scalars['Int']['output'];
  /** ISO 4217 code. */
  currency: Currency;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Takes over the present prices, so that no line says PriceChanged any more. */
  acceptCartPrices: Cart;
  /**
   * Puts a variant into the cart at its present price; quantities of the same variant add up.
   * Without a token it starts a guest cart, or goes into the viewer's own.
   */
  addToCart: Cart;
  /** Takes everything out of the cart. */
  clearCart: Cart;
  /**
   * Starts a guest cart and tells its token, once and here only; a person who is signed in gets the
   * cart that she has already, or a new one.
   */
  createCart: Cart;
  /**
   * After signing in: the lines of a guest cart go into the viewer's own, at most 99 units of each.
   * The guest cart ends and its token opens nothing more. Merging it again changes nothing.
   */
  mergeCart: Cart;
  /** Takes a line out of the cart. A line that is gone already is no error. */
  removeCartLine: Cart;
  /** Quotes every line anew in another currency; lines that are not sold in it leave the cart. */
  setCartCurrency: Cart;
  /** Sets the quantity of a line; 0 removes it. */
  updateCartLine: Cart;
};


export type MutationAcceptCartPricesArgs = {
  cartToken?: InputMaybe<Scalars['String']['input']>;
};


export type MutationAddToCartArgs = {
  input: AddToCartInput;
};


export type MutationClearCartArgs = {
  cartToken?: InputMaybe<Scalars['String']['input']>;
};


export type MutationCreateCartArgs = {
  currency?: Currency;
};


export type MutationMergeCartArgs = {
  cartToken: Scalars['String']['input'];
};


export type MutationRemoveCartLineArgs = {
  cartToken?: InputMaybe<Scalars['String']['input']>;
  lineId: Scalars['ID']['input'];
};


export type MutationSetCartCurrencyArgs = {
  cartToken?: InputMaybe<Scalars['String']['input']>;
  currency: Currency;
};


export type MutationUpdateCartLineArgs = {
  cartToken?: InputMaybe<Scalars['String']['input']>;
  lineId: Scalars['ID']['input'];
  quantity: Scalars['Int']['input'];
};

/** It is not for sale any more, or not in the cart's currency. */
export type NoLongerSold = CartProblem & {
  __typename?: 'NoLongerSold';
  /** The same in a sentence. */
  message: Scalars['String']['output'];
};


/** It is not for sale any more, or not in the cart's currency. */
export type NoLongerSoldMessageArgs = {
  locale?: Locale;
};

/** What somebody bought, as it was agreed at that time. */
export type Order = {
  __typename?: 'Order';
  /** Currency of every amount in it. */
  currency: Currency;
  /** Who bought it. */
  customer?: Maybe<User>;
  /** What is taken off. */
  discount: Money;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Its lines, at most 100, by their number. */
  lines: Array<OrderLine>;
  /** The number printed on the receipt, such as SK-2026-000123. */
  number: Scalars['String']['output'];
  /** When it was placed. */
  placedAt: Scalars['DateTime']['output'];
  /** Where it goes, as it was at that time. */
  shippingAddress: OrderAddress;
  /** What the delivery costs, tax included. */
  shippingCost: Money;
  /** How far it has come. */
  status: OrderStatus;
  /** What the lines cost together, tax included. */
  subtotal: Money;
  /** The tax that is part of the total. */
  tax: Money;
  /** What happened to it, oldest first. */
  timeline: Array<TimelineEntry>;
  /** What is to be paid: subtotal less discount and with the delivery. */
  total: Money;
  /** Grows by one with every change. */
  version: Scalars['Int']['output'];
};

/** Where an order goes, as it was at that time. */
export type OrderAddress = {
  __typename?: 'OrderAddress';
  /** City or district. */
  city: Scalars['String']['output'];
  /** ISO 3166-1 alpha-2 code. */
  country: Scalars['String']['output'];
  /** Street and number. */
  line1: Scalars['String']['output'];
  /** Floor, door, company. */
  line2?: Maybe<Scalars['String']['output']>;
  /** Telephone number for the driver. */
  phone: Scalars['String']['output'];
  /** Postal code. */
  postalCode: Scalars['String']['output'];
  /** Who receives it. */
  recipient: Scalars['String']['output'];
  /** Province, state or metropolitan city. */
  region: Scalars['String']['output'];
};

/** A page of orders. */
export type OrderConnection = {
  __typename?: 'OrderConnection';
  /** The page's edges. */
  edges: Array<OrderEdge>;
  /** The page's orders, without cursors. */
  nodes: Array<Order>;
  /** Where the page starts and ends. */
  pageInfo: PageInfo;
};

/** One of the orders, and its place in the list. */
export type OrderEdge = {
  __typename?: 'OrderEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The order. */
  node: Order;
};

/** Which orders to list; every condition given must hold. */
export type OrderFilter = {
  /** Bought by this person. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Placed within this time. */
  placedBetween?: InputMaybe<TimeRange>;
  /** In one of these statuses. */
  status?: InputMaybe<Array<OrderStatus>>;
};

/** One position of an order, as it was agreed at that time. */
export type OrderLine = {
  __typename?: 'OrderLine';
  /** Price of all units, tax included. */
  lineTotal: Money;
  /** Its number within the order, from 1. */
  number: Scalars['Int']['output'];
  /** The order it belongs to. */
  orderId: Scalars['ID']['output'];
  /** The product, as it is at present. */
  product?: Maybe<Product>;
  /** Units, 1 to 99. */
  quantity: Scalars['Int']['output'];
  /** Stock keeping unit. */
  sku: Scalars['String']['output'];
  /** The tax that is part of the line's total. */
  tax: Money;
  /** The product's title at that time. */
  title: Scalars['String']['output'];
  /** Price of one unit, tax included. */
  unitPrice: Money;
  /** What one unit weighs, grams. */
  unitWeightGrams: Scalars['Int']['output'];
  /** The variant, as it is at present. */
  variant?: Maybe<ProductVariant>;
  /** The variant's options at that time, in words. */
  variantTitle: Scalars['String']['output'];
};

/** How far an order has come. */
export type OrderStatus =
  /** Undone; nothing was kept. */
  | 'CANCELLED'
  /** Being undone. */
  | 'CANCELLING'
  /** Promised to the customer. */
  | 'CONFIRMED'
  /** All of it has arrived. */
  | 'DELIVERED'
  /** Given up, because a step took too long. */
  | 'EXPIRED'
  /** Some of it is on its way. */
  | 'PARTIALLY_SHIPPED'
  /** The money is held for it. */
  | 'PAYMENT_AUTHORIZED'
  /** Placed; nothing is promised yet. */
  | 'PENDING'
  /** It could not be fulfilled. */
  | 'REJECTED'
  /** All of it is on its way. */
  | 'SHIPPED'
  /** Its units are held for it. */
  | 'STOCK_RESERVED';

/** There is none left. */
export type OutOfStock = CartProblem & {
  __typename?: 'OutOfStock';
  /** The same in a sentence. */
  message: Scalars['String']['output'];
};


/** There is none left. */
export type OutOfStockMessageArgs = {
  locale?: Locale;
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

/** The price differs from the one that was shown. */
export type PriceChanged = CartProblem & {
  __typename?: 'PriceChanged';
  /** The same in a sentence. */
  message: Scalars['String']['output'];
  /** Price of one unit at present. */
  now: Money;
  /** Price of one unit on the line. */
  was: Money;
};


/** The price differs from the one that was shown. */
export type PriceChangedMessageArgs = {
  locale?: Locale;
};

/** A thing that is sold; owned by the products subgraph. */
export type Product = {
  __typename?: 'Product';
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Whether the viewer has bought it; null for guests. */
  purchasedByViewer?: Maybe<Scalars['Boolean']['output']>;
};

/** One buyable form of a product; owned by the products subgraph. */
export type ProductVariant = {
  __typename?: 'ProductVariant';
  /** Whether it can be bought at present. */
  availability: Availability;
  /** Whether it can be put in a cart. */
  forSale: Scalars['Boolean']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What it costs at present, in every currency that it is sold in. */
  prices: Array<Money>;
};

export type Query = {
  __typename?: 'Query';
  /**
   * The guest cart that the token opens, or without a token the viewer's own cart. Null where there
   * is none.
   */
  cart?: Maybe<Cart>;
  /** One order of the viewer's; staff with orders:read see everybody's. Null where there is none. */
  order?: Maybe<Order>;
  /** The same by the number that is printed on the receipt, such as SK-2026-000123. */
  orderByNumber?: Maybe<Order>;
  /** Everybody's orders, newest first. Needs orders:read. */
  orders?: Maybe<OrderConnection>;
};


export type QueryCartArgs = {
  cartToken?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrderByNumberArgs = {
  number: Scalars['String']['input'];
};


export type QueryOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The order reached a status. */
export type StatusReached = TimelineEntry & {
  __typename?: 'StatusReached';
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** The status that it reached. */
  status: OrderStatus;
};

/** A stretch of time, open at an end that is not given. */
export type TimeRange = {
  /** From this instant on. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before this instant. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Something that happened to an order. */
export type TimelineEntry = {
  /** When it happened. */
  at: Scalars['DateTime']['output'];
};

/** A person; owned by the accounts subgraph, which knows what kind of person it is. */
export type User = {
  __typename?: 'User';
  /** Its id. */
  id: Scalars['ID']['output'];
  /** The person's orders, newest first. Null for anybody but that person and staff with orders:read. */
  orders?: Maybe<OrderConnection>;
};


/** A person; owned by the accounts subgraph, which knows what kind of person it is. */
export type UserOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
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
  Cart: Cart;
  CartLine: CartLine;
  Order: Order;
  OrderLine: OrderLine;
  Product: Product;
  ProductVariant: ProductVariant;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Cart:
    ( { __typename: 'Cart' }
    & GraphQLRecursivePick<FederationTypes['Cart'], {"id":true}> );
  CartLine:
    ( { __typename: 'CartLine' }
    & GraphQLRecursivePick<FederationTypes['CartLine'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['CartLine'], {"variant":{"forSale":true,"prices":{"amount":true,"currency":true},"availability":{"quantity":true}}}> ) );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  OrderLine:
    ( { __typename: 'OrderLine' }
    & GraphQLRecursivePick<FederationTypes['OrderLine'], {"orderId":true,"number":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
  ProductVariant:
    ( { __typename: 'ProductVariant' }
    & GraphQLRecursivePick<FederationTypes['ProductVariant'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddToCartInput: AddToCartInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Availability: ResolverTypeWrapper<Availability>;
  Cart: ResolverTypeWrapper<CartMapper>;
  CartLine: ResolverTypeWrapper<CartLineMapper>;
  CartProblem: ResolverTypeWrapper<CartProblemMapper>;
  Currency: Currency;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  InsufficientStock: ResolverTypeWrapper<InsufficientStockMapper>;
  Locale: Locale;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NoLongerSold: ResolverTypeWrapper<NoLongerSoldMapper>;
  Order: ResolverTypeWrapper<OrderMapper>;
  OrderAddress: ResolverTypeWrapper<OrderAddress>;
  OrderConnection: ResolverTypeWrapper<Omit<OrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['OrderEdge']>, nodes: Array<ResolversTypes['Order']> }>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderFilter: OrderFilter;
  OrderLine: ResolverTypeWrapper<OrderLineMapper>;
  OrderStatus: OrderStatus;
  OutOfStock: ResolverTypeWrapper<OutOfStockMapper>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PriceChanged: ResolverTypeWrapper<PriceChangedMapper>;
  Product: ResolverTypeWrapper<ProductMapper>;
  ProductVariant: ResolverTypeWrapper<ProductVariantMapper>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  StatusReached: ResolverTypeWrapper<StatusReachedMapper>;
  TimeRange: TimeRange;
  TimelineEntry: ResolverTypeWrapper<TimelineEntryMapper>;
  User: ResolverTypeWrapper<UserMapper>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddToCartInput: AddToCartInput;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  Availability: Availability;
  Cart: CartMapper;
  CartLine: CartLineMapper;
  CartProblem: CartProblemMapper;
  DateTime: Scalars['DateTime']['output'];
  InsufficientStock: InsufficientStockMapper;
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  NoLongerSold: NoLongerSoldMapper;
  Order: OrderMapper;
  OrderAddress: OrderAddress;
  OrderConnection: Omit<OrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['OrderEdge']>, nodes: Array<ResolversParentTypes['Order']> };
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderFilter: OrderFilter;
  OrderLine: OrderLineMapper;
  OutOfStock: OutOfStockMapper;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  PriceChanged: PriceChangedMapper;
  Product: ProductMapper;
  ProductVariant: ProductVariantMapper;
  Query: Record<PropertyKey, never>;
  StatusReached: StatusReachedMapper;
  TimeRange: TimeRange;
  TimelineEntry: TimelineEntryMapper;
  User: UserMapper;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart'], FederationReferenceType extends FederationReferenceTypes['Cart'] = FederationReferenceTypes['Cart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Cart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['CartLine']>, ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  totalQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  weightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CartLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartLine'] = ResolversParentTypes['CartLine'], FederationReferenceType extends FederationReferenceTypes['CartLine'] = FederationReferenceTypes['CartLine']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CartLine']> | FederationReferenceType, FederationReferenceType, ContextType>;
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lineTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  problems?: Resolver<Maybe<Array<ResolversTypes['CartProblem']>>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  variantTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CartProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartProblem'] = ResolversParentTypes['CartProblem']> = {
  __resolveType: TypeResolveFn<'InsufficientStock' | 'NoLongerSold' | 'OutOfStock' | 'PriceChanged', ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type InsufficientStockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsufficientStock'] = ResolversParentTypes['InsufficientStock']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<InsufficientStockMessageArgs, 'locale'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptCartPrices?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, Partial<MutationAcceptCartPricesArgs>>;
  addToCart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationAddToCartArgs, 'input'>>;
  clearCart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, Partial<MutationClearCartArgs>>;
  createCart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationCreateCartArgs, 'currency'>>;
  mergeCart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationMergeCartArgs, 'cartToken'>>;
  removeCartLine?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationRemoveCartLineArgs, 'lineId'>>;
  setCartCurrency?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationSetCartCurrencyArgs, 'currency'>>;
  updateCartLine?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationUpdateCartLineArgs, 'lineId' | 'quantity'>>;
};

export type NoLongerSoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoLongerSold'] = ResolversParentTypes['NoLongerSold']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<NoLongerSoldMessageArgs, 'locale'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  shippingAddress?: Resolver<ResolversTypes['OrderAddress'], ParentType, ContextType>;
  shippingCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderAddress'] = ResolversParentTypes['OrderAddress']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine'], FederationReferenceType extends FederationReferenceTypes['OrderLine'] = FederationReferenceTypes['OrderLine']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrderLine']> | FederationReferenceType, FederationReferenceType, ContextType>;
  lineTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unitWeightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  variantTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OutOfStockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutOfStock'] = ResolversParentTypes['OutOfStock']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<OutOfStockMessageArgs, 'locale'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PriceChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceChanged'] = ResolversParentTypes['PriceChanged']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<PriceChangedMessageArgs, 'locale'>>;
  now?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  was?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  purchasedByViewer?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant'], FederationReferenceType extends FederationReferenceTypes['ProductVariant'] = FederationReferenceTypes['ProductVariant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProductVariant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType, Partial<QueryCartArgs>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  orderByNumber?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderByNumberArgs, 'number'>>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<QueryOrdersArgs, 'first'>>;
};

export type StatusReachedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusReached'] = ResolversParentTypes['StatusReached']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TimelineEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelineEntry'] = ResolversParentTypes['TimelineEntry']> = {
  __resolveType: TypeResolveFn<'StatusReached', ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<UserOrdersArgs, 'first'>>;
};

export type Resolvers<ContextType = Context> = {
  Cart?: CartResolvers<ContextType>;
  CartLine?: CartLineResolvers<ContextType>;
  CartProblem?: CartProblemResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  InsufficientStock?: InsufficientStockResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NoLongerSold?: NoLongerSoldResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderAddress?: OrderAddressResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  OutOfStock?: OutOfStockResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PriceChanged?: PriceChangedResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  StatusReached?: StatusReachedResolvers<ContextType>;
  TimelineEntry?: TimelineEntryResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

