import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CartMapper, CartLineMapper, CartProblemMapper, PriceChangedMapper, OutOfStockMapper, InsufficientStockMapper, NoLongerSoldMapper, OrderMapper, OrderLineMapper, StatusReachedMapper, SagaStepMapper, ReturnReachedMapper, TimelineEntryMapper, PaymentActionRequiredMapper, ItemsOutOfStockMapper, PricesChangedMapper, PaymentDeclinedMapper, CouponRefusedMapper, CannotShipMapper, CartIsEmptyMapper, CheckoutInProgressMapper, ShortageMapper, ChangedPriceMapper, CheckoutQuoteMapper, OrderActionRefusedMapper, ReturnMapper, ReturnItemMapper, CouponMapper, CouponCodeTakenMapper, DeadLetterMapper, ProductMapper, ProductVariantMapper, UserMapper } from './mappers.ts';
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
  /** An ISO 3166-1 alpha-2 country code, such as KR. */
  CountryCode: { input: unknown; output: unknown; }
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

/** Which return to approve. */
export type ApproveReturnInput = {
  /** The caller's own name for this attempt, 8 to 200 printable characters. */
  idempotencyKey: Scalars['String']['input'];
  /** The return. */
  returnId: Scalars['ID']['input'];
};

/** Whether a variant can be bought; owned by the products subgraph. */
export type Availability = {
  __typename?: 'Availability';
  /** Units that can be bought at present. */
  quantity: Scalars['Int']['output'];
};

/** Which order to cancel, and why. */
export type CancelOrderInput = {
  /** The caller's own name for this attempt, 8 to 200 printable characters. */
  idempotencyKey: Scalars['String']['input'];
  /** The order. */
  orderId: Scalars['ID']['input'];
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
};

/** What becomes of a cancellation. */
export type CancelOrderResult = Order | OrderActionRefused;

/** Nobody carries this there in this way. Nothing was ordered. */
export type CannotShip = CheckoutProblem & {
  __typename?: 'CannotShip';
  /** The same in a sentence. */
  message: Scalars['String']['output'];
  /** Always null: nothing was ordered. */
  order?: Maybe<Order>;
};


/** Nobody carries this there in this way. Nothing was ordered. */
export type CannotShipMessageArgs = {
  locale?: Locale;
};

/**
 * What somebody means to buy. A guest's cart is opened by its token alone; anybody else's is opened
 * by being signed in as its owner.
 */
export type Cart = {
  __typename?: 'Cart';
  /**
   * What it would cost to buy it at the prices that it shows. Null where it is empty, and while nobody
   * can say what the delivery costs.
   */
  checkoutQuote?: Maybe<CheckoutQuoteResult>;
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


/**
 * What somebody means to buy. A guest's cart is opened by its token alone; anybody else's is opened
 * by being signed in as its owner.
 */
export type CartCheckoutQuoteArgs = {
  country: Scalars['CountryCode']['input'];
  couponCode?: InputMaybe<Scalars['String']['input']>;
  shippingMethod?: ShippingMethod;
};

/** There is nothing in the cart. */
export type CartIsEmpty = CheckoutProblem & {
  __typename?: 'CartIsEmpty';
  /** The same in a sentence. */
  message: Scalars['String']['output'];
  /** Always null: nothing was ordered. */
  order?: Maybe<Order>;
};


/** There is nothing in the cart. */
export type CartIsEmptyMessageArgs = {
  locale?: Locale;
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

/** A price that differs from the one in the cart. */
export type ChangedPrice = {
  __typename?: 'ChangedPrice';
  /** Price of one unit at present; null where it is not for sale any more. */
  now?: Maybe<Money>;
  /** The variant. */
  variant?: Maybe<ProductVariant>;
  /** Price of one unit in the cart. */
  was: Money;
};

/** The cart is being bought already, by another attempt. */
export type CheckoutInProgress = CheckoutProblem & {
  __typename?: 'CheckoutInProgress';
  /** The same in a sentence. */
  message: Scalars['String']['output'];
  /** The order that it becomes. */
  order?: Maybe<Order>;
};


/** The cart is being bought already, by another attempt. */
export type CheckoutInProgressMessageArgs = {
  locale?: Locale;
};

/** What stands between a customer and an order. */
export type CheckoutProblem = {
  /** The same in a sentence. */
  message: Scalars['String']['output'];
  /** The order, where there is one. */
  order?: Maybe<Order>;
};


/** What stands between a customer and an order. */
export type CheckoutProblemMessageArgs = {
  locale?: Locale;
};

/** What buying the cart would cost at present. */
export type CheckoutQuote = {
  __typename?: 'CheckoutQuote';
  /** Why the coupon does not apply; null where it does, or where none was given. */
  couponProblem?: Maybe<CouponRefused>;
  /** What the coupon takes off. */
  discount: Money;
  /** What the delivery costs, tax included. */
  shippingCost: Money;
  /** What the goods cost, tax included. */
  subtotal: Money;
  /** The tax that is part of the total. */
  tax: Money;
  /** What is to be paid; the amount is what placeOrder takes as expectedTotal. */
  total: Money;
};

/** What buying the cart would cost, or why it cannot be sent. */
export type CheckoutQuoteResult = CannotShip | CheckoutQuote;

/** Where a checkout stands. */
export type CheckoutStep =
  /** The bank is asked for the money. */
  | 'AUTHORIZING'
  /** Nothing is left to be done. */
  | 'ENDED'
  /** Promised: parcels are packed and sent, and paid for as they leave. */
  | 'FULFILLING'
  /** Nothing has happened yet. */
  | 'NEW'
  /** Prices are asked for once more. */
  | 'PRICING'
  /** The warehouse is asked to keep the parcel. */
  | 'RECALLING'
  /** Money is given back. */
  | 'REFUNDING'
  /** Stock is asked for. */
  | 'RESERVING'
  /** The bank is asked to let go of the money. */
  | 'VOIDING';

/** A promotion that customers claim by its code. */
export type Coupon = {
  __typename?: 'Coupon';
  /** What it takes off the goods; null where it takes off a part. */
  amount?: Maybe<Money>;
  /** Its code, in upper case. */
  code: Scalars['String']['output'];
  /** How many orders of one customer may use it; null for no limit. */
  customerLimit?: Maybe<Scalars['Int']['output']>;
  /** Until when; null for good. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the goods must cost at least; null for no minimum. */
  minimum?: Maybe<Money>;
  /** What it takes off the goods, percent; null where it takes off an amount. */
  percent?: Maybe<Scalars['Int']['output']>;
  /** From when on. */
  startsAt: Scalars['DateTime']['output'];
  /** How many orders may use it in all; null for no limit. */
  usageLimit?: Maybe<Scalars['Int']['output']>;
  /** How many orders use it now; those that failed do not count. */
  used: Scalars['Int']['output'];
};

/** There is a coupon with this code, and it is not the same. */
export type CouponCodeTaken = {
  __typename?: 'CouponCodeTaken';
  /** The code. */
  code: Scalars['String']['output'];
  /** The same in a sentence. */
  message: Scalars['String']['output'];
};


/** There is a coupon with this code, and it is not the same. */
export type CouponCodeTakenMessageArgs = {
  locale?: Locale;
};

/** A page of coupons. */
export type CouponConnection = {
  __typename?: 'CouponConnection';
  /** The page's edges. */
  edges: Array<CouponEdge>;
  /** The page's coupons, without cursors. */
  nodes: Array<Coupon>;
  /** Where the page starts and ends. */
  pageInfo: PageInfo;
};

/** One of the coupons, and its place in the list. */
export type CouponEdge = {
  __typename?: 'CouponEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The coupon. */
  node: Coupon;
};

/** Why a coupon does not apply. */
export type CouponProblem =
  /** The goods cost less than it asks for. */
  | 'BELOW_MINIMUM'
  /** Its time has not come. */
  | 'NOT_YET_VALID'
  /** Its time is over. */
  | 'NO_LONGER_VALID'
  /** It is for another currency. */
  | 'OTHER_CURRENCY'
  /** No coupon has this code. */
  | 'UNKNOWN'
  /** The customer has used it as often as anyone may. */
  | 'USED_BY_CUSTOMER'
  /** It has been used as often as it may be. */
  | 'USED_UP';

/** The coupon does not apply. Nothing was ordered. */
export type CouponRefused = CheckoutProblem & {
  __typename?: 'CouponRefused';
  /** Why not. */
  code: CouponProblem;
  /** The same in a sentence. */
  message: Scalars['String']['output'];
  /** Always null: nothing was ordered. */
  order?: Maybe<Order>;
};


/** The coupon does not apply. Nothing was ordered. */
export type CouponRefusedMessageArgs = {
  locale?: Locale;
};

/** What a promotion gives, and to whom. */
export type CreateCouponInput = {
  /** What it takes off the goods. Either this or a percentage. */
  amount?: InputMaybe<MoneyInput>;
  /** Its code: 3 to 32 letters, digits and hyphens; upper and lower case are the same. */
  code: Scalars['String']['input'];
  /** How many orders of one customer may use it. */
  customerLimit?: InputMaybe<Scalars['Int']['input']>;
  /** Until when; for good where left out. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The caller's own name for this attempt, 8 to 200 printable characters. */
  idempotencyKey: Scalars['String']['input'];
  /** What the goods must cost at least. */
  minimum?: InputMaybe<MoneyInput>;
  /** What it takes off the goods, 1 to 100 percent. Either this or an amount. */
  percent?: InputMaybe<Scalars['Int']['input']>;
  /** From when on; at once where left out. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How many orders may use it in all. */
  usageLimit?: InputMaybe<Scalars['Int']['input']>;
};

/** What becomes of a new coupon. */
export type CreateCouponResult = Coupon | CouponCodeTaken;

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

/** There is too little of something left. Nothing was charged. */
export type ItemsOutOfStock = CheckoutProblem & {
  __typename?: 'ItemsOutOfStock';
  /** The same in a sentence. */
  message: Scalars['String']['output'];
  /** The order that was rejected for it. */
  order?: Maybe<Order>;
  /** What there is too little of. */
  shortages: Array<Shortage>;
};


/** There is too little of something left. Nothing was charged. */
export type ItemsOutOfStockMessageArgs = {
  locale?: Locale;
};

/** Languages in which the shop speaks. */
export type Locale =
  /** English. */
  | 'EN'
  /** Korean. */
  | 'KO';

/** Which return is on its way. */
export type MarkReturnSentInput = {
  /** The caller's own name for this attempt, 8 to 200 printable characters. */
  idempotencyKey: Scalars['String']['input'];
  /** The return. */
  returnId: Scalars['ID']['input'];
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
  /** Takes over the present prices, so that no line says PriceChanged any more. */
  acceptCartPrices: Cart;
  /**
   * Puts a variant into the cart at its present price; quantities of the same variant add up.
   * Without a token it starts a guest cart, or goes into the viewer's own.
   */
  addToCart: Cart;
  /** Lets the customer send the goods. Needs orders:write. */
  approveReturn: ReturnResult;
  /**
   * Cancels an order that has not left yet: one's own, or with orders:write anybody's. Before it is
   * cancelled it is CANCELLING, until the warehouse has answered and the money is free.
   */
  cancelOrder: CancelOrderResult;
  /** Takes everything out of the cart. */
  clearCart: Cart;
  /**
   * Starts a guest cart and tells its token, once and here only; a person who is signed in gets the
   * cart that she has already, or a new one.
   */
  createCart: Cart;
  /** Starts a promotion that customers claim by its code. Needs prices:write. */
  createCoupon: CreateCouponResult;
  /** Throws a message that was given up away for good. False where there is none. Needs ops. */
  dropOrdersDeadLetter: Scalars['Boolean']['output'];
  /** Says that the goods are on their way back: by the customer, or with orders:write. */
  markReturnSent: ReturnResult;
  /**
   * After signing in: the lines of a guest cart go into the viewer's own, at most 99 units of each.
   * The guest cart ends and its token opens nothing more. Merging it again changes nothing.
   */
  mergeCart: Cart;
  /**
   * Buys what is in the viewer's own cart; a guest signs in first and merges the cart. Answers when the
   * order is confirmed or refused, or after a few seconds while it is still on its way: `status` says.
   */
  placeOrder: PlaceOrderResult;
  /**
   * Records that the goods are back: the money goes to the customer, and what can be sold again goes to
   * the shelf. Needs stock:write.
   */
  receiveReturn: ReturnResult;
  /** Sends a message that was given up on its way again. False where there is none. Needs ops. */
  redriveOrdersDeadLetter: Scalars['Boolean']['output'];
  /** Refuses a return. Needs orders:write. */
  rejectReturn: ReturnResult;
  /** Takes a line out of the cart. A line that is gone already is no error. */
  removeCartLine: Cart;
  /** Asks to send goods back, at most thirty days after they arrived. */
  requestReturn: ReturnResult;
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


export type MutationApproveReturnArgs = {
  input: ApproveReturnInput;
};


export type MutationCancelOrderArgs = {
  input: CancelOrderInput;
};


export type MutationClearCartArgs = {
  cartToken?: InputMaybe<Scalars['String']['input']>;
};


export type MutationCreateCartArgs = {
  currency?: Currency;
};


export type MutationCreateCouponArgs = {
  input: CreateCouponInput;
};


export type MutationDropOrdersDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type MutationMarkReturnSentArgs = {
  input: MarkReturnSentInput;
};


export type MutationMergeCartArgs = {
  cartToken: Scalars['String']['input'];
};


export type MutationPlaceOrderArgs = {
  input: PlaceOrderInput;
};


export type MutationReceiveReturnArgs = {
  input: ReceiveReturnInput;
};


export type MutationRedriveOrdersDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRejectReturnArgs = {
  input: RejectReturnInput;
};


export type MutationRemoveCartLineArgs = {
  cartToken?: InputMaybe<Scalars['String']['input']>;
  lineId: Scalars['ID']['input'];
};


export type MutationRequestReturnArgs = {
  input: RequestReturnInput;
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
  /** What the viewer may do with it at this moment. */
  availableActions: Array<OrderAction>;
  /** The coupon that was used. */
  couponCode?: Maybe<Scalars['String']['output']>;
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
  /**
   * Why it was rejected, gave up or was cancelled: a code such as OUT_OF_STOCK or card_declined, or what
   * the customer wrote. Null for every other order.
   */
  rejectionReason?: Maybe<Scalars['String']['output']>;
  /** Its returns, oldest first. */
  returns: Array<Return>;
  /** Where it goes, as it was at that time. */
  shippingAddress: OrderAddress;
  /** What the delivery costs, tax included. */
  shippingCost: Money;
  /** How fast it was to be sent. */
  shippingMethod: ShippingMethod;
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

/** What somebody may do with an order. */
export type OrderAction =
  /** cancelOrder: it has not left. */
  | 'CANCEL'
  /** dispatchShipment: something is still here. */
  | 'DISPATCH'
  /** deliverShipment: something is on its way. */
  | 'MARK_DELIVERED'
  /** requestReturn: it arrived less than thirty days ago. */
  | 'REQUEST_RETURN';

/** The order or the return does not allow this any more, or not yet. */
export type OrderActionRefused = {
  __typename?: 'OrderActionRefused';
  /** Why. */
  code: OrderRefusal;
  /** The same in a sentence. */
  message: Scalars['String']['output'];
};


/** The order or the return does not allow this any more, or not yet. */
export type OrderActionRefusedMessageArgs = {
  locale?: Locale;
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

/** Where an order goes. */
export type OrderAddressInput = {
  /** The city, 1 to 100 characters. */
  city: Scalars['String']['input'];
  /** The country. */
  country: Scalars['CountryCode']['input'];
  /** Street and number, 1 to 200 characters. */
  line1: Scalars['String']['input'];
  /** Building, floor, door; up to 200 characters. */
  line2?: InputMaybe<Scalars['String']['input']>;
  /** Telephone number for the driver. */
  phone: Scalars['String']['input'];
  /** The postal code. */
  postalCode: Scalars['String']['input'];
  /** Who receives it, 1 to 100 characters. */
  recipient: Scalars['String']['input'];
  /** The province or state, 1 to 100 characters. */
  region: Scalars['String']['input'];
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

/** Why something was refused on an order or a return. */
export type OrderRefusal =
  /** It was placed before. */
  | 'ALREADY_PLACED'
  /** More units than were ordered. */
  | 'MORE_THAN_ORDERED'
  /** More units than arrived, less those of other returns. */
  | 'MORE_THAN_SHIPPED'
  /** It has no lines. */
  | 'NOTHING_ORDERED'
  /** It has left already, or has ended. */
  | 'NOT_CANCELLABLE'
  /** It has no such line, or a line was named twice. */
  | 'NOT_IN_ORDER'
  /** It has not arrived yet. */
  | 'NOT_RETURNABLE'
  /** It cannot be sent. */
  | 'NOT_SHIPPABLE'
  /** There is no such order. */
  | 'NO_SUCH_ORDER'
  /** There is no such return. */
  | 'NO_SUCH_RETURN'
  /** It has no such shipment. */
  | 'NO_SUCH_SHIPMENT'
  /** It is not at the point where this can be done. */
  | 'OUT_OF_TURN'
  /** It arrived more than thirty days ago. */
  | 'RETURN_PERIOD_OVER';

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

/** The bank wants the customer to confirm the payment, within fifteen minutes. */
export type PaymentActionRequired = CheckoutProblem & {
  __typename?: 'PaymentActionRequired';
  /** Where the customer does so. */
  actionUrl: Scalars['String']['output'];
  /** The same in a sentence. */
  message: Scalars['String']['output'];
  /** The order that waits for it. */
  order?: Maybe<Order>;
};


/** The bank wants the customer to confirm the payment, within fifteen minutes. */
export type PaymentActionRequiredMessageArgs = {
  locale?: Locale;
};

/** The bank said no. Nothing was charged. */
export type PaymentDeclined = CheckoutProblem & {
  __typename?: 'PaymentDeclined';
  /** The provider's code, such as card_declined or insufficient_funds. */
  declineCode: Scalars['String']['output'];
  /** The same in a sentence. */
  message: Scalars['String']['output'];
  /** The order that was rejected for it. */
  order?: Maybe<Order>;
};


/** The bank said no. Nothing was charged. */
export type PaymentDeclinedMessageArgs = {
  locale?: Locale;
};

/** How to buy what is in the cart. */
export type PlaceOrderInput = {
  /** A coupon to use; upper and lower case are the same. */
  couponCode?: InputMaybe<Scalars['String']['input']>;
  /**
   * What the customer was told that it costs in all, minor units. Where it costs something else by now,
   * nothing is ordered and the answer is PricesChanged.
   */
  expectedTotal?: InputMaybe<Scalars['Int']['input']>;
  /**
   * The caller's own name for this attempt, 8 to 200 printable characters. The same key and input give
   * the same order again, however often they are sent.
   */
  idempotencyKey: Scalars['String']['input'];
  /** The payment provider's token of the means of payment, such as pm_card_visa; never a card number. */
  paymentMethod: Scalars['String']['input'];
  /** Where it goes. */
  shippingAddress: OrderAddressInput;
  /** How fast. */
  shippingMethod?: ShippingMethod;
};

/**
 * What becomes of buying. An Order is confirmed, or still on its way after a few seconds; everything
 * else says what stands in between.
 */
export type PlaceOrderResult = CannotShip | CartIsEmpty | CheckoutInProgress | CouponRefused | ItemsOutOfStock | Order | PaymentActionRequired | PaymentDeclined | PricesChanged;

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

/** It costs something else by now. Nothing was charged. */
export type PricesChanged = CheckoutProblem & {
  __typename?: 'PricesChanged';
  /** Which prices differ; empty where only shipping, tax or the discount does. */
  changes: Array<ChangedPrice>;
  /** The same in a sentence. */
  message: Scalars['String']['output'];
  /** The order that was rejected for it; null where none was placed. */
  order?: Maybe<Order>;
};


/** It costs something else by now. Nothing was charged. */
export type PricesChangedMessageArgs = {
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
  /** All coupons, newest first. Needs prices:write. */
  coupons?: Maybe<CouponConnection>;
  /** One order of the viewer's; staff with orders:read see everybody's. Null where there is none. */
  order?: Maybe<Order>;
  /** The same by the number that is printed on the receipt, such as SK-2026-000123. */
  orderByNumber?: Maybe<Order>;
  /** Everybody's orders, newest first. Needs orders:read. */
  orders?: Maybe<OrderConnection>;
  /** One of them; null where there is none. Needs ops. */
  ordersDeadLetter?: Maybe<DeadLetter>;
  /** Messages that this service could not handle, newest first. Needs ops. */
  ordersDeadLetters?: Maybe<DeadLetterConnection>;
  /** One of the viewer's returns, or anybody's with orders:read. Null where there is none to see. */
  return?: Maybe<Return>;
  /** Everybody's returns, newest first. Needs orders:read. */
  returns?: Maybe<ReturnConnection>;
};


export type QueryCartArgs = {
  cartToken?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCouponsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
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


export type QueryOrdersDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrdersDeadLettersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryReturnArgs = {
  id: Scalars['ID']['input'];
};


export type QueryReturnsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<Array<ReturnStatus>>;
};

/** Which return has come back, and in what state. */
export type ReceiveReturnInput = {
  /** The caller's own name for this attempt, 8 to 200 printable characters. */
  idempotencyKey: Scalars['String']['input'];
  /** Numbers of the order lines whose units can be sold again. */
  resellable?: Array<Scalars['Int']['input']>;
  /** The return. */
  returnId: Scalars['ID']['input'];
};

/** Which return to refuse, and why. */
export type RejectReturnInput = {
  /** The caller's own name for this attempt, 8 to 200 printable characters. */
  idempotencyKey: Scalars['String']['input'];
  /** Why, for the customer to read, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** The return. */
  returnId: Scalars['ID']['input'];
};

/** What to send back, and why. */
export type RequestReturnInput = {
  /** The caller's own name for this attempt, 8 to 200 printable characters. */
  idempotencyKey: Scalars['String']['input'];
  /** What, each line once. */
  items: Array<ReturnItemInput>;
  /** The order. */
  orderId: Scalars['ID']['input'];
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
};

/** Goods of an order that go back. */
export type Return = {
  __typename?: 'Return';
  /** What the viewer may do with it at this moment. */
  availableActions: Array<ReturnAction>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What is in it, by order line. */
  items: Array<ReturnItem>;
  /** The order that they are of. */
  order: Order;
  /** Why the customer sends them back. */
  reason: Scalars['String']['output'];
  /** What is paid back for all of it, once it is received. */
  refund: Money;
  /** Why it was refused; null unless it was. */
  rejectionReason?: Maybe<Scalars['String']['output']>;
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** How far it has come. */
  status: ReturnStatus;
  /** Grows by one with every change. */
  version: Scalars['Int']['output'];
};

/** What somebody may do with a return. */
export type ReturnAction =
  /** approveReturn. */
  | 'APPROVE'
  /** markReturnSent. */
  | 'MARK_SENT'
  /** receiveReturn. */
  | 'RECEIVE'
  /** rejectReturn. */
  | 'REJECT';

/** A page of returns. */
export type ReturnConnection = {
  __typename?: 'ReturnConnection';
  /** The page's edges. */
  edges: Array<ReturnEdge>;
  /** The page's returns, without cursors. */
  nodes: Array<Return>;
  /** Where the page starts and ends. */
  pageInfo: PageInfo;
};

/** One of the returns, and its place in the list. */
export type ReturnEdge = {
  __typename?: 'ReturnEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The return. */
  node: Return;
};

/** So many units of an order line that go back. */
export type ReturnItem = {
  __typename?: 'ReturnItem';
  /** The line. */
  orderLine: OrderLine;
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** What is paid back for them. */
  refund: Money;
  /** Whether they can be sold again; null until they are received. */
  resellable?: Maybe<Scalars['Boolean']['output']>;
};

/** So many units of an order line. */
export type ReturnItemInput = {
  /** The line's number within the order, from 1. */
  lineNumber: Scalars['Int']['input'];
  /** Units, 1 or more. */
  quantity: Scalars['Int']['input'];
};

/** A return of the order reached a status. */
export type ReturnReached = TimelineEntry & {
  __typename?: 'ReturnReached';
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** The return. */
  return: Return;
  /** The status that it reached. */
  status: ReturnStatus;
};

/** What becomes of a step of a return. */
export type ReturnResult = OrderActionRefused | Return;

/** How far a return has come. */
export type ReturnStatus =
  /** The customer may send the goods. */
  | 'APPROVED'
  /** On its way to us. */
  | 'IN_TRANSIT'
  /** Back in the warehouse. */
  | 'RECEIVED'
  /** Paid back. */
  | 'REFUNDED'
  /** Refused. */
  | 'REJECTED'
  /** Asked for. */
  | 'REQUESTED';

/** The checkout took a step: something happened, and it saw to what has to follow. */
export type SagaStep = TimelineEntry & {
  __typename?: 'SagaStep';
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** Whether this undoes what was done before. */
  compensation: Scalars['Boolean']['output'];
  /** What happened, such as PaymentAuthorized or DeadlineReached. */
  input: Scalars['String']['output'];
  /** Where the checkout stood after it. */
  step: CheckoutStep;
  /** What other services were told, such as PaymentRequested. */
  told: Array<Scalars['String']['output']>;
  /** The trace that it belongs to, W3C; null where it was not traced. */
  traceId?: Maybe<Scalars['String']['output']>;
};

/** How fast a parcel travels. */
export type ShippingMethod =
  /** The fast way. */
  | 'EXPRESS'
  /** The usual way. */
  | 'STANDARD';

/** A variant of which there is too little left. */
export type Shortage = {
  __typename?: 'Shortage';
  /** Units that can be bought at present. */
  available: Scalars['Int']['output'];
  /** Units that were wanted. */
  requested: Scalars['Int']['output'];
  /** The variant. */
  variant?: Maybe<ProductVariant>;
};

/** The order reached a status. */
export type StatusReached = TimelineEntry & {
  __typename?: 'StatusReached';
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** The status that it reached. */
  status: OrderStatus;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * One order of the viewer's, as it is at first and again after each of its steps; staff with
   * orders:read may follow everybody's. It ends with NOT_FOUND where there is none.
   */
  orderUpdated?: Maybe<Order>;
};


export type SubscriptionOrderUpdatedArgs = {
  orderId: Scalars['ID']['input'];
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
  Return: Return;
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
  Return:
    ( { __typename: 'Return' }
    & GraphQLRecursivePick<FederationTypes['Return'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CancelOrderResult:
    | ( OrderMapper )
    | ( OrderActionRefusedMapper )
  ;
  CheckoutQuoteResult:
    | ( CannotShipMapper )
    | ( CheckoutQuoteMapper )
  ;
  CreateCouponResult:
    | ( CouponMapper )
    | ( CouponCodeTakenMapper )
  ;
  PlaceOrderResult:
    | ( CannotShipMapper )
    | ( CartIsEmptyMapper )
    | ( CheckoutInProgressMapper )
    | ( CouponRefusedMapper )
    | ( ItemsOutOfStockMapper )
    | ( OrderMapper )
    | ( PaymentActionRequiredMapper )
    | ( PaymentDeclinedMapper )
    | ( PricesChangedMapper )
  ;
  ReturnResult:
    | ( OrderActionRefusedMapper )
    | ( ReturnMapper )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  CartProblem:
    | ( InsufficientStockMapper )
    | ( NoLongerSoldMapper )
    | ( OutOfStockMapper )
    | ( PriceChangedMapper )
  ;
  CheckoutProblem:
    | ( CannotShipMapper )
    | ( CartIsEmptyMapper )
    | ( CheckoutInProgressMapper )
    | ( CouponRefusedMapper )
    | ( ItemsOutOfStockMapper )
    | ( PaymentActionRequiredMapper )
    | ( PaymentDeclinedMapper )
    | ( PricesChangedMapper )
  ;
  TimelineEntry:
    | ( ReturnReachedMapper )
    | ( SagaStepMapper )
    | ( StatusReachedMapper )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddToCartInput: AddToCartInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ApproveReturnInput: ApproveReturnInput;
  Availability: ResolverTypeWrapper<Availability>;
  CancelOrderInput: CancelOrderInput;
  CancelOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelOrderResult']>;
  CannotShip: ResolverTypeWrapper<CannotShipMapper>;
  Cart: ResolverTypeWrapper<CartMapper>;
  CartIsEmpty: ResolverTypeWrapper<CartIsEmptyMapper>;
  CartLine: ResolverTypeWrapper<CartLineMapper>;
  CartProblem: ResolverTypeWrapper<CartProblemMapper>;
  ChangedPrice: ResolverTypeWrapper<ChangedPriceMapper>;
  CheckoutInProgress: ResolverTypeWrapper<CheckoutInProgressMapper>;
  CheckoutProblem: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['CheckoutProblem']>;
  CheckoutQuote: ResolverTypeWrapper<CheckoutQuoteMapper>;
  CheckoutQuoteResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CheckoutQuoteResult']>;
  CheckoutStep: CheckoutStep;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  Coupon: ResolverTypeWrapper<CouponMapper>;
  CouponCodeTaken: ResolverTypeWrapper<CouponCodeTakenMapper>;
  CouponConnection: ResolverTypeWrapper<Omit<CouponConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CouponEdge']>, nodes: Array<ResolversTypes['Coupon']> }>;
  CouponEdge: ResolverTypeWrapper<Omit<CouponEdge, 'node'> & { node: ResolversTypes['Coupon'] }>;
  CouponProblem: CouponProblem;
  CouponRefused: ResolverTypeWrapper<CouponRefusedMapper>;
  CreateCouponInput: CreateCouponInput;
  CreateCouponResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateCouponResult']>;
  Currency: Currency;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeadLetter: ResolverTypeWrapper<DeadLetterMapper>;
  DeadLetterConnection: ResolverTypeWrapper<Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['DeadLetterEdge']>, nodes: Array<ResolversTypes['DeadLetter']> }>;
  DeadLetterEdge: ResolverTypeWrapper<Omit<DeadLetterEdge, 'node'> & { node: ResolversTypes['DeadLetter'] }>;
  InsufficientStock: ResolverTypeWrapper<InsufficientStockMapper>;
  ItemsOutOfStock: ResolverTypeWrapper<ItemsOutOfStockMapper>;
  Locale: Locale;
  MarkReturnSentInput: MarkReturnSentInput;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  NoLongerSold: ResolverTypeWrapper<NoLongerSoldMapper>;
  Order: ResolverTypeWrapper<OrderMapper>;
  OrderAction: OrderAction;
  OrderActionRefused: ResolverTypeWrapper<OrderActionRefusedMapper>;
  OrderAddress: ResolverTypeWrapper<OrderAddress>;
  OrderAddressInput: OrderAddressInput;
  OrderConnection: ResolverTypeWrapper<Omit<OrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['OrderEdge']>, nodes: Array<ResolversTypes['Order']> }>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderFilter: OrderFilter;
  OrderLine: ResolverTypeWrapper<OrderLineMapper>;
  OrderRefusal: OrderRefusal;
  OrderStatus: OrderStatus;
  OutOfStock: ResolverTypeWrapper<OutOfStockMapper>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PaymentActionRequired: ResolverTypeWrapper<PaymentActionRequiredMapper>;
  PaymentDeclined: ResolverTypeWrapper<PaymentDeclinedMapper>;
  PlaceOrderInput: PlaceOrderInput;
  PlaceOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PlaceOrderResult']>;
  PriceChanged: ResolverTypeWrapper<PriceChangedMapper>;
  PricesChanged: ResolverTypeWrapper<PricesChangedMapper>;
  Product: ResolverTypeWrapper<ProductMapper>;
  ProductVariant: ResolverTypeWrapper<ProductVariantMapper>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReceiveReturnInput: ReceiveReturnInput;
  RejectReturnInput: RejectReturnInput;
  RequestReturnInput: RequestReturnInput;
  Return: ResolverTypeWrapper<ReturnMapper>;
  ReturnAction: ReturnAction;
  ReturnConnection: ResolverTypeWrapper<Omit<ReturnConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ReturnEdge']>, nodes: Array<ResolversTypes['Return']> }>;
  ReturnEdge: ResolverTypeWrapper<Omit<ReturnEdge, 'node'> & { node: ResolversTypes['Return'] }>;
  ReturnItem: ResolverTypeWrapper<ReturnItemMapper>;
  ReturnItemInput: ReturnItemInput;
  ReturnReached: ResolverTypeWrapper<ReturnReachedMapper>;
  ReturnResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReturnResult']>;
  ReturnStatus: ReturnStatus;
  SagaStep: ResolverTypeWrapper<SagaStepMapper>;
  ShippingMethod: ShippingMethod;
  Shortage: ResolverTypeWrapper<ShortageMapper>;
  StatusReached: ResolverTypeWrapper<StatusReachedMapper>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
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
  ApproveReturnInput: ApproveReturnInput;
  Availability: Availability;
  CancelOrderInput: CancelOrderInput;
  CancelOrderResult: ResolversUnionTypes<ResolversParentTypes>['CancelOrderResult'];
  CannotShip: CannotShipMapper;
  Cart: CartMapper;
  CartIsEmpty: CartIsEmptyMapper;
  CartLine: CartLineMapper;
  CartProblem: CartProblemMapper;
  ChangedPrice: ChangedPriceMapper;
  CheckoutInProgress: CheckoutInProgressMapper;
  CheckoutProblem: ResolversInterfaceTypes<ResolversParentTypes>['CheckoutProblem'];
  CheckoutQuote: CheckoutQuoteMapper;
  CheckoutQuoteResult: ResolversUnionTypes<ResolversParentTypes>['CheckoutQuoteResult'];
  CountryCode: Scalars['CountryCode']['output'];
  Coupon: CouponMapper;
  CouponCodeTaken: CouponCodeTakenMapper;
  CouponConnection: Omit<CouponConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CouponEdge']>, nodes: Array<ResolversParentTypes['Coupon']> };
  CouponEdge: Omit<CouponEdge, 'node'> & { node: ResolversParentTypes['Coupon'] };
  CouponRefused: CouponRefusedMapper;
  CreateCouponInput: CreateCouponInput;
  CreateCouponResult: ResolversUnionTypes<ResolversParentTypes>['CreateCouponResult'];
  DateTime: Scalars['DateTime']['output'];
  DeadLetter: DeadLetterMapper;
  DeadLetterConnection: Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DeadLetterEdge']>, nodes: Array<ResolversParentTypes['DeadLetter']> };
  DeadLetterEdge: Omit<DeadLetterEdge, 'node'> & { node: ResolversParentTypes['DeadLetter'] };
  InsufficientStock: InsufficientStockMapper;
  ItemsOutOfStock: ItemsOutOfStockMapper;
  MarkReturnSentInput: MarkReturnSentInput;
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  Boolean: Scalars['Boolean']['output'];
  NoLongerSold: NoLongerSoldMapper;
  Order: OrderMapper;
  OrderActionRefused: OrderActionRefusedMapper;
  OrderAddress: OrderAddress;
  OrderAddressInput: OrderAddressInput;
  OrderConnection: Omit<OrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['OrderEdge']>, nodes: Array<ResolversParentTypes['Order']> };
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderFilter: OrderFilter;
  OrderLine: OrderLineMapper;
  OutOfStock: OutOfStockMapper;
  PageInfo: PageInfo;
  PaymentActionRequired: PaymentActionRequiredMapper;
  PaymentDeclined: PaymentDeclinedMapper;
  PlaceOrderInput: PlaceOrderInput;
  PlaceOrderResult: ResolversUnionTypes<ResolversParentTypes>['PlaceOrderResult'];
  PriceChanged: PriceChangedMapper;
  PricesChanged: PricesChangedMapper;
  Product: ProductMapper;
  ProductVariant: ProductVariantMapper;
  Query: Record<PropertyKey, never>;
  ReceiveReturnInput: ReceiveReturnInput;
  RejectReturnInput: RejectReturnInput;
  RequestReturnInput: RequestReturnInput;
  Return: ReturnMapper;
  ReturnConnection: Omit<ReturnConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ReturnEdge']>, nodes: Array<ResolversParentTypes['Return']> };
  ReturnEdge: Omit<ReturnEdge, 'node'> & { node: ResolversParentTypes['Return'] };
  ReturnItem: ReturnItemMapper;
  ReturnItemInput: ReturnItemInput;
  ReturnReached: ReturnReachedMapper;
  ReturnResult: ResolversUnionTypes<ResolversParentTypes>['ReturnResult'];
  SagaStep: SagaStepMapper;
  Shortage: ShortageMapper;
  StatusReached: StatusReachedMapper;
  Subscription: Record<PropertyKey, never>;
  TimeRange: TimeRange;
  TimelineEntry: TimelineEntryMapper;
  User: UserMapper;
};

export type CancelOrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelOrderResult'] = ResolversParentTypes['CancelOrderResult']> = {
  __resolveType: TypeResolveFn<'Order' | 'OrderActionRefused', ParentType, ContextType>;
};

export type CannotShipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CannotShip'] = ResolversParentTypes['CannotShip']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CannotShipMessageArgs, 'locale'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart'], FederationReferenceType extends FederationReferenceTypes['Cart'] = FederationReferenceTypes['Cart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Cart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  checkoutQuote?: Resolver<Maybe<ResolversTypes['CheckoutQuoteResult']>, ParentType, ContextType, RequireFields<CartCheckoutQuoteArgs, 'country' | 'shippingMethod'>>;
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

export type CartIsEmptyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartIsEmpty'] = ResolversParentTypes['CartIsEmpty']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CartIsEmptyMessageArgs, 'locale'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type ChangedPriceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangedPrice'] = ResolversParentTypes['ChangedPrice']> = {
  now?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  was?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CheckoutInProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckoutInProgress'] = ResolversParentTypes['CheckoutInProgress']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CheckoutInProgressMessageArgs, 'locale'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CheckoutProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckoutProblem'] = ResolversParentTypes['CheckoutProblem']> = {
  __resolveType: TypeResolveFn<'CannotShip' | 'CartIsEmpty' | 'CheckoutInProgress' | 'CouponRefused' | 'ItemsOutOfStock' | 'PaymentActionRequired' | 'PaymentDeclined' | 'PricesChanged', ParentType, ContextType>;
};

export type CheckoutQuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckoutQuote'] = ResolversParentTypes['CheckoutQuote']> = {
  couponProblem?: Resolver<Maybe<ResolversTypes['CouponRefused']>, ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  shippingCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CheckoutQuoteResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckoutQuoteResult'] = ResolversParentTypes['CheckoutQuoteResult']> = {
  __resolveType: TypeResolveFn<'CannotShip' | 'CheckoutQuote', ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export type CouponResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Coupon'] = ResolversParentTypes['Coupon']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  customerLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  minimum?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  usageLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CouponCodeTakenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponCodeTaken'] = ResolversParentTypes['CouponCodeTaken']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CouponCodeTakenMessageArgs, 'locale'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CouponConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponConnection'] = ResolversParentTypes['CouponConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CouponEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Coupon']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CouponEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponEdge'] = ResolversParentTypes['CouponEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Coupon'], ParentType, ContextType>;
};

export type CouponRefusedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponRefused'] = ResolversParentTypes['CouponRefused']> = {
  code?: Resolver<ResolversTypes['CouponProblem'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CouponRefusedMessageArgs, 'locale'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateCouponResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCouponResult'] = ResolversParentTypes['CreateCouponResult']> = {
  __resolveType: TypeResolveFn<'Coupon' | 'CouponCodeTaken', ParentType, ContextType>;
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

export type InsufficientStockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsufficientStock'] = ResolversParentTypes['InsufficientStock']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<InsufficientStockMessageArgs, 'locale'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ItemsOutOfStockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemsOutOfStock'] = ResolversParentTypes['ItemsOutOfStock']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ItemsOutOfStockMessageArgs, 'locale'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  shortages?: Resolver<Array<ResolversTypes['Shortage']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptCartPrices?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, Partial<MutationAcceptCartPricesArgs>>;
  addToCart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationAddToCartArgs, 'input'>>;
  approveReturn?: Resolver<ResolversTypes['ReturnResult'], ParentType, ContextType, RequireFields<MutationApproveReturnArgs, 'input'>>;
  cancelOrder?: Resolver<ResolversTypes['CancelOrderResult'], ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'input'>>;
  clearCart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, Partial<MutationClearCartArgs>>;
  createCart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationCreateCartArgs, 'currency'>>;
  createCoupon?: Resolver<ResolversTypes['CreateCouponResult'], ParentType, ContextType, RequireFields<MutationCreateCouponArgs, 'input'>>;
  dropOrdersDeadLetter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDropOrdersDeadLetterArgs, 'id'>>;
  markReturnSent?: Resolver<ResolversTypes['ReturnResult'], ParentType, ContextType, RequireFields<MutationMarkReturnSentArgs, 'input'>>;
  mergeCart?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationMergeCartArgs, 'cartToken'>>;
  placeOrder?: Resolver<ResolversTypes['PlaceOrderResult'], ParentType, ContextType, RequireFields<MutationPlaceOrderArgs, 'input'>>;
  receiveReturn?: Resolver<ResolversTypes['ReturnResult'], ParentType, ContextType, RequireFields<MutationReceiveReturnArgs, 'input'>>;
  redriveOrdersDeadLetter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRedriveOrdersDeadLetterArgs, 'id'>>;
  rejectReturn?: Resolver<ResolversTypes['ReturnResult'], ParentType, ContextType, RequireFields<MutationRejectReturnArgs, 'input'>>;
  removeCartLine?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationRemoveCartLineArgs, 'lineId'>>;
  requestReturn?: Resolver<ResolversTypes['ReturnResult'], ParentType, ContextType, RequireFields<MutationRequestReturnArgs, 'input'>>;
  setCartCurrency?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationSetCartCurrencyArgs, 'currency'>>;
  updateCartLine?: Resolver<ResolversTypes['Cart'], ParentType, ContextType, RequireFields<MutationUpdateCartLineArgs, 'lineId' | 'quantity'>>;
};

export type NoLongerSoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoLongerSold'] = ResolversParentTypes['NoLongerSold']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<NoLongerSoldMessageArgs, 'locale'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['OrderAction']>, ParentType, ContextType>;
  couponCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rejectionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  returns?: Resolver<Array<ResolversTypes['Return']>, ParentType, ContextType>;
  shippingAddress?: Resolver<ResolversTypes['OrderAddress'], ParentType, ContextType>;
  shippingCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  shippingMethod?: Resolver<ResolversTypes['ShippingMethod'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderActionRefusedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderActionRefused'] = ResolversParentTypes['OrderActionRefused']> = {
  code?: Resolver<ResolversTypes['OrderRefusal'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<OrderActionRefusedMessageArgs, 'locale'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type PaymentActionRequiredResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentActionRequired'] = ResolversParentTypes['PaymentActionRequired']> = {
  actionUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<PaymentActionRequiredMessageArgs, 'locale'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentDeclinedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentDeclined'] = ResolversParentTypes['PaymentDeclined']> = {
  declineCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<PaymentDeclinedMessageArgs, 'locale'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlaceOrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceOrderResult'] = ResolversParentTypes['PlaceOrderResult']> = {
  __resolveType: TypeResolveFn<'CannotShip' | 'CartIsEmpty' | 'CheckoutInProgress' | 'CouponRefused' | 'ItemsOutOfStock' | 'Order' | 'PaymentActionRequired' | 'PaymentDeclined' | 'PricesChanged', ParentType, ContextType>;
};

export type PriceChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceChanged'] = ResolversParentTypes['PriceChanged']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<PriceChangedMessageArgs, 'locale'>>;
  now?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  was?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PricesChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PricesChanged'] = ResolversParentTypes['PricesChanged']> = {
  changes?: Resolver<Array<ResolversTypes['ChangedPrice']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<PricesChangedMessageArgs, 'locale'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
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
  coupons?: Resolver<Maybe<ResolversTypes['CouponConnection']>, ParentType, ContextType, RequireFields<QueryCouponsArgs, 'first'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  orderByNumber?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderByNumberArgs, 'number'>>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<QueryOrdersArgs, 'first'>>;
  ordersDeadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType, RequireFields<QueryOrdersDeadLetterArgs, 'id'>>;
  ordersDeadLetters?: Resolver<Maybe<ResolversTypes['DeadLetterConnection']>, ParentType, ContextType, RequireFields<QueryOrdersDeadLettersArgs, 'first'>>;
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType, RequireFields<QueryReturnArgs, 'id'>>;
  returns?: Resolver<Maybe<ResolversTypes['ReturnConnection']>, ParentType, ContextType, RequireFields<QueryReturnsArgs, 'first'>>;
};

export type ReturnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Return'] = ResolversParentTypes['Return'], FederationReferenceType extends FederationReferenceTypes['Return'] = FederationReferenceTypes['Return']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Return']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['ReturnAction']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['ReturnItem']>, ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refund?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  rejectionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReturnStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReturnConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnConnection'] = ResolversParentTypes['ReturnConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReturnEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Return']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReturnEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnEdge'] = ResolversParentTypes['ReturnEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Return'], ParentType, ContextType>;
};

export type ReturnItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnItem'] = ResolversParentTypes['ReturnItem']> = {
  orderLine?: Resolver<ResolversTypes['OrderLine'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refund?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  resellable?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ReturnReachedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnReached'] = ResolversParentTypes['ReturnReached']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  return?: Resolver<ResolversTypes['Return'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReturnStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReturnResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnResult'] = ResolversParentTypes['ReturnResult']> = {
  __resolveType: TypeResolveFn<'OrderActionRefused' | 'Return', ParentType, ContextType>;
};

export type SagaStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SagaStep'] = ResolversParentTypes['SagaStep']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  compensation?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  input?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['CheckoutStep'], ParentType, ContextType>;
  told?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  traceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShortageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shortage'] = ResolversParentTypes['Shortage']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
};

export type StatusReachedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusReached'] = ResolversParentTypes['StatusReached']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  orderUpdated?: SubscriptionResolver<Maybe<ResolversTypes['Order']>, "orderUpdated", ParentType, ContextType, RequireFields<SubscriptionOrderUpdatedArgs, 'orderId'>>;
};

export type TimelineEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelineEntry'] = ResolversParentTypes['TimelineEntry']> = {
  __resolveType: TypeResolveFn<'ReturnReached' | 'SagaStep' | 'StatusReached', ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<UserOrdersArgs, 'first'>>;
};

export type Resolvers<ContextType = Context> = {
  CancelOrderResult?: CancelOrderResultResolvers<ContextType>;
  CannotShip?: CannotShipResolvers<ContextType>;
  Cart?: CartResolvers<ContextType>;
  CartIsEmpty?: CartIsEmptyResolvers<ContextType>;
  CartLine?: CartLineResolvers<ContextType>;
  CartProblem?: CartProblemResolvers<ContextType>;
  ChangedPrice?: ChangedPriceResolvers<ContextType>;
  CheckoutInProgress?: CheckoutInProgressResolvers<ContextType>;
  CheckoutProblem?: CheckoutProblemResolvers<ContextType>;
  CheckoutQuote?: CheckoutQuoteResolvers<ContextType>;
  CheckoutQuoteResult?: CheckoutQuoteResultResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  Coupon?: CouponResolvers<ContextType>;
  CouponCodeTaken?: CouponCodeTakenResolvers<ContextType>;
  CouponConnection?: CouponConnectionResolvers<ContextType>;
  CouponEdge?: CouponEdgeResolvers<ContextType>;
  CouponRefused?: CouponRefusedResolvers<ContextType>;
  CreateCouponResult?: CreateCouponResultResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  InsufficientStock?: InsufficientStockResolvers<ContextType>;
  ItemsOutOfStock?: ItemsOutOfStockResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NoLongerSold?: NoLongerSoldResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderActionRefused?: OrderActionRefusedResolvers<ContextType>;
  OrderAddress?: OrderAddressResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  OutOfStock?: OutOfStockResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PaymentActionRequired?: PaymentActionRequiredResolvers<ContextType>;
  PaymentDeclined?: PaymentDeclinedResolvers<ContextType>;
  PlaceOrderResult?: PlaceOrderResultResolvers<ContextType>;
  PriceChanged?: PriceChangedResolvers<ContextType>;
  PricesChanged?: PricesChangedResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Return?: ReturnResolvers<ContextType>;
  ReturnConnection?: ReturnConnectionResolvers<ContextType>;
  ReturnEdge?: ReturnEdgeResolvers<ContextType>;
  ReturnItem?: ReturnItemResolvers<ContextType>;
  ReturnReached?: ReturnReachedResolvers<ContextType>;
  ReturnResult?: ReturnResultResolvers<ContextType>;
  SagaStep?: SagaStepResolvers<ContextType>;
  Shortage?: ShortageResolvers<ContextType>;
  StatusReached?: StatusReachedResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TimelineEntry?: TimelineEntryResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

