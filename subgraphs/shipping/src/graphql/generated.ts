import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ShipmentMapper, ShipmentItemMapper, TrackingMapper, TrackingEventMapper, ShipmentActionRefusedMapper, DeadLetterMapper, ShippingOptionMapper, ShippingZoneMapper, CartMapper, OrderMapper, OrderLineMapper } from './mappers.ts';
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
  /** A calendar date, ISO 8601. */
  Date: { input: unknown; output: unknown; }
  /** An instant, RFC 3339, in UTC. */
  DateTime: { input: string; output: Date | string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** What happened to a parcel. */
export type AddTrackingEventInput = {
  /** What happened, for the customer to read. */
  description: TrackingDescriptionInput;
  /** The version that was read; whatever it is where left out. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The caller's own name for this attempt, 8 to 200 characters: repeated with it, an event counts once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Where it happened, at most 120 characters. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** The shipment. */
  shipmentId: Scalars['ID']['input'];
  /** The state it came to. */
  status: ShipmentStatus;
  /** The carrier's number, once there is a label. */
  trackingNumber?: InputMaybe<Scalars['String']['input']>;
};

/**
 * What somebody means to buy. A guest's cart is opened by its token alone; anybody else's is opened
 * by being signed in as its owner.
 */
export type Cart = {
  __typename?: 'Cart';
  /** Currency of its prices. */
  currency: Currency;
  /** Its id, which opens nothing by itself. */
  id: Scalars['ID']['output'];
  /** What it can be sent by, cheapest first; empty for an empty cart and a country that we do not send to. */
  shippingOptions?: Maybe<Array<ShippingOption>>;
  /** What it weighs, grams. */
  weightGrams: Scalars['Int']['output'];
};


/**
 * What somebody means to buy. A guest's cart is opened by its token alone; anybody else's is opened
 * by being signed in as its owner.
 */
export type CartShippingOptionsArgs = {
  country: Scalars['CountryCode']['input'];
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

/** The dates between which a parcel arrives. */
export type DeliveryWindow = {
  __typename?: 'DeliveryWindow';
  /** The first day. */
  earliest: Scalars['Date']['output'];
  /** The last day. */
  latest: Scalars['Date']['output'];
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
  /**
   * Records what happened to a parcel, and brings the shipment to that state; the first IN_TRANSIT
   * dispatches it. Needs the scope shipments:write. Fails with BAD_USER_INPUT where the shipment cannot come to that state, and with
   * CONFLICT where somebody else was faster.
   */
  addTrackingEvent: Shipment;
  /**
   * Cancels a shipment and every other of its order, which is cancelled with them; refused once one has
   * left. Needs the scope shipments:write.
   */
  cancelShipment: ShipmentActionResult;
  /** Records that a shipment has arrived. Needs the scope shipments:write. */
  deliverShipment: ShipmentActionResult;
  /**
   * Hands a packed shipment to its carrier; from then on the order cannot be cancelled. Needs the scope
   * shipments:write.
   */
  dispatchShipment: ShipmentActionResult;
  /** Throws a message that was given up away. False where it is not there any more. Needs the scope ops. */
  dropShippingDeadLetter: Scalars['Boolean']['output'];
  /**
   * Packs a shipment and gives it a label. Of a part, what is left becomes a shipment of its own. Needs
   * the scope shipments:write.
   */
  packShipment: ShipmentActionResult;
  /** Has a message that was given up handled again. False where it is not there any more. Needs the scope ops. */
  redriveShippingDeadLetter: Scalars['Boolean']['output'];
};


export type MutationAddTrackingEventArgs = {
  input: AddTrackingEventInput;
};


export type MutationCancelShipmentArgs = {
  input: ShipmentActionInput;
};


export type MutationDeliverShipmentArgs = {
  input: ShipmentActionInput;
};


export type MutationDispatchShipmentArgs = {
  input: ShipmentActionInput;
};


export type MutationDropShippingDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type MutationPackShipmentArgs = {
  input: PackShipmentInput;
};


export type MutationRedriveShippingDeadLetterArgs = {
  id: Scalars['ID']['input'];
};

/** What somebody bought, as it was agreed at that time. */
export type Order = {
  __typename?: 'Order';
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Its number, for people. */
  number: Scalars['String']['output'];
  /** Its parcels, newest first, at most 100; null where the viewer may not see them. */
  shipments?: Maybe<Array<Shipment>>;
};

/** One position of an order, as it was agreed at that time. */
export type OrderLine = {
  __typename?: 'OrderLine';
  /** Its number within the order, from 1. */
  number: Scalars['Int']['output'];
  /** The order it belongs to. */
  orderId: Scalars['ID']['output'];
  /** Units that have left the warehouse and have not come back; null where the viewer may not see it. */
  shippedQuantity?: Maybe<Scalars['Int']['output']>;
};

/** What to pack. */
export type PackShipmentInput = {
  /** The caller's own name for this attempt, 8 to 200 characters: the same key, the same reply. */
  idempotencyKey: Scalars['String']['input'];
  /** What goes into this parcel; all of it where left out. */
  items?: InputMaybe<Array<PackedItemInput>>;
  /** The shipment. */
  shipmentId: Scalars['ID']['input'];
  /** The carrier's number; one is made up where left out. */
  trackingNumber?: InputMaybe<Scalars['String']['input']>;
};

/** So many units of an order line. */
export type PackedItemInput = {
  /** The line's number within the order, from 1. */
  orderLineNumber: Scalars['Int']['input'];
  /** Units, 1 or more. */
  quantity: Scalars['Int']['input'];
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

export type Query = {
  __typename?: 'Query';
  /** One of the viewer's shipments, or anybody's with the scope shipments:read; null where there is none to see. */
  shipment?: Maybe<Shipment>;
  /** Everybody's shipments, newest first. Needs the scope shipments:read. */
  shipments?: Maybe<ShipmentConnection>;
  /** One of the messages that this service could not handle; null where it is not there. Needs the scope ops. */
  shippingDeadLetter?: Maybe<DeadLetter>;
  /** Messages that this service could not handle, newest first. Needs the scope ops. */
  shippingDeadLetters?: Maybe<DeadLetterConnection>;
  /**
   * What a parcel can be sent by, cheapest first. Empty for a country that we do not send to; an error
   * for a code that no country has, and for a weight that nobody takes there.
   */
  shippingRates?: Maybe<Array<ShippingOption>>;
  /** Where we send to, by zone. */
  shippingZones?: Maybe<Array<ShippingZone>>;
  /** How far a parcel is. Whoever has its number may ask, and learns nothing of who gets it; null where no parcel has it. */
  trackShipment?: Maybe<Tracking>;
};


export type QueryShipmentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryShipmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ShipmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryShippingDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type QueryShippingDeadLettersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryShippingRatesArgs = {
  country: Scalars['CountryCode']['input'];
  currency?: Currency;
  weightGrams: Scalars['Int']['input'];
};


export type QueryTrackShipmentArgs = {
  carrier?: InputMaybe<Scalars['String']['input']>;
  trackingNumber: Scalars['String']['input'];
};

/** A parcel with a part of an order, or all of it. */
export type Shipment = {
  __typename?: 'Shipment';
  /** Where it goes. */
  address: ShipmentAddress;
  /** What the viewer may do with it now. */
  availableActions: Array<ShipmentAction>;
  /** Who carries it. */
  carrier: Scalars['String']['output'];
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** What happened to it, newest first, at most 100. */
  events: Array<TrackingEvent>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What is in it, by order line. */
  items: Array<ShipmentItem>;
  /** How fast it travels. */
  method: ShippingMethod;
  /** The states that it may come to from here. */
  nextStatuses: Array<ShipmentStatus>;
  /** The order it is a part of. */
  order?: Maybe<Order>;
  /** How far it has come. */
  status: ShipmentStatus;
  /** The carrier's number; null until there is a label. */
  trackingNumber?: Maybe<Scalars['String']['output']>;
  /** Grows by one with every event. */
  version: Scalars['Int']['output'];
  /** What it weighs, grams. */
  weightGrams: Scalars['Int']['output'];
};

/** What the warehouse can do with a shipment. */
export type ShipmentAction =
  /** cancelShipment. */
  | 'CANCEL'
  /** deliverShipment. */
  | 'DELIVER'
  /** dispatchShipment. */
  | 'DISPATCH'
  /** packShipment. */
  | 'PACK';

/** Which shipment something happens to. */
export type ShipmentActionInput = {
  /** The caller's own name for this attempt, 8 to 200 characters: the same key, the same reply. */
  idempotencyKey: Scalars['String']['input'];
  /** The shipment. */
  shipmentId: Scalars['ID']['input'];
};

/** Something that cannot happen to a shipment now. Nothing was changed. */
export type ShipmentActionRefused = {
  __typename?: 'ShipmentActionRefused';
  /** Why. */
  code: ShipmentRefusal;
  /** Why, in a sentence. */
  message: Scalars['String']['output'];
  /** The shipment as it is. */
  shipment?: Maybe<Shipment>;
};


/** Something that cannot happen to a shipment now. Nothing was changed. */
export type ShipmentActionRefusedMessageArgs = {
  locale?: Locale;
};

/** The shipment as it is now, or why that cannot happen to it. */
export type ShipmentActionResult = Shipment | ShipmentActionRefused;

/** Where a parcel goes. */
export type ShipmentAddress = {
  __typename?: 'ShipmentAddress';
  /** City. */
  city: Scalars['String']['output'];
  /** Country. */
  country: Scalars['CountryCode']['output'];
  /** Street and number. */
  line1: Scalars['String']['output'];
  /** Floor, flat. */
  line2?: Maybe<Scalars['String']['output']>;
  /** Where the carrier can call. */
  phone: Scalars['String']['output'];
  /** Postal code. */
  postalCode: Scalars['String']['output'];
  /** Who gets it. */
  recipient: Scalars['String']['output'];
  /** Province or state. */
  region: Scalars['String']['output'];
};

/** A page of shipments. */
export type ShipmentConnection = {
  __typename?: 'ShipmentConnection';
  /** The page's edges. */
  edges: Array<ShipmentEdge>;
  /** The page's shipments, without cursors. */
  nodes: Array<Shipment>;
  /** Where the page starts and ends. */
  pageInfo: PageInfo;
};

/** A shipment, and its place in the list. */
export type ShipmentEdge = {
  __typename?: 'ShipmentEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The shipment. */
  node: Shipment;
};

/** Which shipments to list; conditions are joined by AND. */
export type ShipmentFilter = {
  /** Carried by this carrier. */
  carrier?: InputMaybe<Scalars['String']['input']>;
  /** In any of these states. */
  status?: InputMaybe<Array<ShipmentStatus>>;
};

/** So many units of an order line. */
export type ShipmentItem = {
  __typename?: 'ShipmentItem';
  /** The line. */
  orderLine?: Maybe<OrderLine>;
  /** Units, 1 or more. */
  quantity: Scalars['Int']['output'];
};

/** Why something cannot happen to a shipment. */
export type ShipmentRefusal =
  /** So many units of that line are not in it, or a line was named twice. */
  | 'NOT_IN_SHIPMENT'
  /** A parcel of the order has left, so that the rest of it has to follow. */
  | 'ORDER_HAS_LEFT'
  /** Not in its present state. */
  | 'OUT_OF_TURN'
  /** It was cancelled. */
  | 'SHIPMENT_CANCELLED'
  /** The order has as many shipments as an order can have. */
  | 'TOO_MANY_SHIPMENTS'
  /** Another parcel of the carrier has that number. */
  | 'TRACKING_NUMBER_TAKEN';

/** How far a shipment has come. */
export type ShipmentStatus =
  /** Never sent. */
  | 'CANCELLED'
  /** Arrived. */
  | 'DELIVERED'
  /** Held up on its way. */
  | 'EXCEPTION'
  /** With the carrier. */
  | 'IN_TRANSIT'
  /** Packed and labelled. */
  | 'LABEL_CREATED'
  /** On the last mile. */
  | 'OUT_FOR_DELIVERY'
  /** To be packed. */
  | 'PENDING'
  /** Come back to us. */
  | 'RETURNED';

/** How fast a parcel travels. */
export type ShippingMethod =
  /** The fast way. */
  | 'EXPRESS'
  /** The usual way. */
  | 'STANDARD';

/** A way to send a parcel, and what it costs. */
export type ShippingOption = {
  __typename?: 'ShippingOption';
  /** Who carries it. */
  carrier: Scalars['String']['output'];
  /** When a parcel that is handed over today arrives. */
  estimatedDelivery: DeliveryWindow;
  /** Its id, to choose it by. */
  id: Scalars['ID']['output'];
  /** Working days it takes at most. */
  maxDays: Scalars['Int']['output'];
  /** How fast it travels. */
  method: ShippingMethod;
  /** Working days it takes at least. */
  minDays: Scalars['Int']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** What it costs, tax included. */
  price: Money;
};


/** A way to send a parcel, and what it costs. */
export type ShippingOptionNameArgs = {
  locale?: Locale;
};

/** Countries to which the same rates apply. */
export type ShippingZone = {
  __typename?: 'ShippingZone';
  /** Its code. */
  code: Scalars['String']['output'];
  /** Its countries, in alphabetical order. */
  countries: Array<Scalars['CountryCode']['output']>;
  /** What it is called. */
  name: Scalars['String']['output'];
};


/** Countries to which the same rates apply. */
export type ShippingZoneNameArgs = {
  locale?: Locale;
};

/** What everybody may know of a parcel whose number they have. */
export type Tracking = {
  __typename?: 'Tracking';
  /** Who carries it. */
  carrier: Scalars['String']['output'];
  /** What happened to it, newest first, at most 100. */
  events: Array<TrackingEvent>;
  /** How far it has come. */
  status: ShipmentStatus;
  /** The carrier's number. */
  trackingNumber: Scalars['String']['output'];
};

/** A text for the customer, each at most 500 characters. */
export type TrackingDescriptionInput = {
  /** In English. */
  en: Scalars['String']['input'];
  /** In Korean; the English where left out. */
  ko?: InputMaybe<Scalars['String']['input']>;
};

/** Something that happened to a parcel. */
export type TrackingEvent = {
  __typename?: 'TrackingEvent';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** What happened. */
  description: Scalars['String']['output'];
  /** Where. */
  location?: Maybe<Scalars['String']['output']>;
  /** The state it came to. */
  status: ShipmentStatus;
};


/** Something that happened to a parcel. */
export type TrackingEventDescriptionArgs = {
  locale?: Locale;
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
  Order: Order;
  OrderLine: OrderLine;
  Shipment: Shipment;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Cart:
    ( { __typename: 'Cart' }
    & GraphQLRecursivePick<FederationTypes['Cart'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Cart'], {"weightGrams":true,"currency":true}> ) );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  OrderLine:
    ( { __typename: 'OrderLine' }
    & GraphQLRecursivePick<FederationTypes['OrderLine'], {"orderId":true,"number":true}> );
  Shipment:
    ( { __typename: 'Shipment' }
    & GraphQLRecursivePick<FederationTypes['Shipment'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ShipmentActionResult:
    | ( ShipmentMapper )
    | ( ShipmentActionRefusedMapper )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddTrackingEventInput: AddTrackingEventInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Cart: ResolverTypeWrapper<CartMapper>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  Currency: Currency;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeadLetter: ResolverTypeWrapper<DeadLetterMapper>;
  DeadLetterConnection: ResolverTypeWrapper<Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['DeadLetterEdge']>, nodes: Array<ResolversTypes['DeadLetter']> }>;
  DeadLetterEdge: ResolverTypeWrapper<Omit<DeadLetterEdge, 'node'> & { node: ResolversTypes['DeadLetter'] }>;
  DeliveryWindow: ResolverTypeWrapper<DeliveryWindow>;
  Locale: Locale;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Order: ResolverTypeWrapper<OrderMapper>;
  OrderLine: ResolverTypeWrapper<OrderLineMapper>;
  PackShipmentInput: PackShipmentInput;
  PackedItemInput: PackedItemInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Shipment: ResolverTypeWrapper<ShipmentMapper>;
  ShipmentAction: ShipmentAction;
  ShipmentActionInput: ShipmentActionInput;
  ShipmentActionRefused: ResolverTypeWrapper<ShipmentActionRefusedMapper>;
  ShipmentActionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ShipmentActionResult']>;
  ShipmentAddress: ResolverTypeWrapper<ShipmentAddress>;
  ShipmentConnection: ResolverTypeWrapper<Omit<ShipmentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ShipmentEdge']>, nodes: Array<ResolversTypes['Shipment']> }>;
  ShipmentEdge: ResolverTypeWrapper<Omit<ShipmentEdge, 'node'> & { node: ResolversTypes['Shipment'] }>;
  ShipmentFilter: ShipmentFilter;
  ShipmentItem: ResolverTypeWrapper<ShipmentItemMapper>;
  ShipmentRefusal: ShipmentRefusal;
  ShipmentStatus: ShipmentStatus;
  ShippingMethod: ShippingMethod;
  ShippingOption: ResolverTypeWrapper<ShippingOptionMapper>;
  ShippingZone: ResolverTypeWrapper<ShippingZoneMapper>;
  Tracking: ResolverTypeWrapper<TrackingMapper>;
  TrackingDescriptionInput: TrackingDescriptionInput;
  TrackingEvent: ResolverTypeWrapper<TrackingEventMapper>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddTrackingEventInput: AddTrackingEventInput;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  Cart: CartMapper;
  CountryCode: Scalars['CountryCode']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeadLetter: DeadLetterMapper;
  DeadLetterConnection: Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DeadLetterEdge']>, nodes: Array<ResolversParentTypes['DeadLetter']> };
  DeadLetterEdge: Omit<DeadLetterEdge, 'node'> & { node: ResolversParentTypes['DeadLetter'] };
  DeliveryWindow: DeliveryWindow;
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  Boolean: Scalars['Boolean']['output'];
  Order: OrderMapper;
  OrderLine: OrderLineMapper;
  PackShipmentInput: PackShipmentInput;
  PackedItemInput: PackedItemInput;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  Shipment: ShipmentMapper;
  ShipmentActionInput: ShipmentActionInput;
  ShipmentActionRefused: ShipmentActionRefusedMapper;
  ShipmentActionResult: ResolversUnionTypes<ResolversParentTypes>['ShipmentActionResult'];
  ShipmentAddress: ShipmentAddress;
  ShipmentConnection: Omit<ShipmentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ShipmentEdge']>, nodes: Array<ResolversParentTypes['Shipment']> };
  ShipmentEdge: Omit<ShipmentEdge, 'node'> & { node: ResolversParentTypes['Shipment'] };
  ShipmentFilter: ShipmentFilter;
  ShipmentItem: ShipmentItemMapper;
  ShippingOption: ShippingOptionMapper;
  ShippingZone: ShippingZoneMapper;
  Tracking: TrackingMapper;
  TrackingDescriptionInput: TrackingDescriptionInput;
  TrackingEvent: TrackingEventMapper;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart'], FederationReferenceType extends FederationReferenceTypes['Cart'] = FederationReferenceTypes['Cart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Cart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shippingOptions?: Resolver<Maybe<Array<ResolversTypes['ShippingOption']>>, ParentType, ContextType, RequireFields<CartShippingOptionsArgs, 'country'>>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

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

export type DeliveryWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryWindow'] = ResolversParentTypes['DeliveryWindow']> = {
  earliest?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  latest?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addTrackingEvent?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType, RequireFields<MutationAddTrackingEventArgs, 'input'>>;
  cancelShipment?: Resolver<ResolversTypes['ShipmentActionResult'], ParentType, ContextType, RequireFields<MutationCancelShipmentArgs, 'input'>>;
  deliverShipment?: Resolver<ResolversTypes['ShipmentActionResult'], ParentType, ContextType, RequireFields<MutationDeliverShipmentArgs, 'input'>>;
  dispatchShipment?: Resolver<ResolversTypes['ShipmentActionResult'], ParentType, ContextType, RequireFields<MutationDispatchShipmentArgs, 'input'>>;
  dropShippingDeadLetter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDropShippingDeadLetterArgs, 'id'>>;
  packShipment?: Resolver<ResolversTypes['ShipmentActionResult'], ParentType, ContextType, RequireFields<MutationPackShipmentArgs, 'input'>>;
  redriveShippingDeadLetter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRedriveShippingDeadLetterArgs, 'id'>>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shipments?: Resolver<Maybe<Array<ResolversTypes['Shipment']>>, ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine'], FederationReferenceType extends FederationReferenceTypes['OrderLine'] = FederationReferenceTypes['OrderLine']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrderLine']> | FederationReferenceType, FederationReferenceType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shippedQuantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType, RequireFields<QueryShipmentArgs, 'id'>>;
  shipments?: Resolver<Maybe<ResolversTypes['ShipmentConnection']>, ParentType, ContextType, RequireFields<QueryShipmentsArgs, 'first'>>;
  shippingDeadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType, RequireFields<QueryShippingDeadLetterArgs, 'id'>>;
  shippingDeadLetters?: Resolver<Maybe<ResolversTypes['DeadLetterConnection']>, ParentType, ContextType, RequireFields<QueryShippingDeadLettersArgs, 'first'>>;
  shippingRates?: Resolver<Maybe<Array<ResolversTypes['ShippingOption']>>, ParentType, ContextType, RequireFields<QueryShippingRatesArgs, 'country' | 'currency' | 'weightGrams'>>;
  shippingZones?: Resolver<Maybe<Array<ResolversTypes['ShippingZone']>>, ParentType, ContextType>;
  trackShipment?: Resolver<Maybe<ResolversTypes['Tracking']>, ParentType, ContextType, RequireFields<QueryTrackShipmentArgs, 'trackingNumber'>>;
};

export type ShipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment'], FederationReferenceType extends FederationReferenceTypes['Shipment'] = FederationReferenceTypes['Shipment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Shipment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  address?: Resolver<ResolversTypes['ShipmentAddress'], ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['ShipmentAction']>, ParentType, ContextType>;
  carrier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['TrackingEvent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['ShipmentItem']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['ShippingMethod'], ParentType, ContextType>;
  nextStatuses?: Resolver<Array<ResolversTypes['ShipmentStatus']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShipmentStatus'], ParentType, ContextType>;
  trackingNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShipmentActionRefusedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentActionRefused'] = ResolversParentTypes['ShipmentActionRefused']> = {
  code?: Resolver<ResolversTypes['ShipmentRefusal'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ShipmentActionRefusedMessageArgs, 'locale'>>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShipmentActionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentActionResult'] = ResolversParentTypes['ShipmentActionResult']> = {
  __resolveType: TypeResolveFn<'Shipment' | 'ShipmentActionRefused', ParentType, ContextType>;
};

export type ShipmentAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentAddress'] = ResolversParentTypes['ShipmentAddress']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ShipmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentConnection'] = ResolversParentTypes['ShipmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ShipmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Shipment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ShipmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentEdge'] = ResolversParentTypes['ShipmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType>;
};

export type ShipmentItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentItem'] = ResolversParentTypes['ShipmentItem']> = {
  orderLine?: Resolver<Maybe<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ShippingOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShippingOption'] = ResolversParentTypes['ShippingOption']> = {
  carrier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  estimatedDelivery?: Resolver<ResolversTypes['DeliveryWindow'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maxDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['ShippingMethod'], ParentType, ContextType>;
  minDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ShippingOptionNameArgs, 'locale'>>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ShippingZoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShippingZone'] = ResolversParentTypes['ShippingZone']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  countries?: Resolver<Array<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ShippingZoneNameArgs, 'locale'>>;
};

export type TrackingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tracking'] = ResolversParentTypes['Tracking']> = {
  carrier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['TrackingEvent']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShipmentStatus'], ParentType, ContextType>;
  trackingNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TrackingEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrackingEvent'] = ResolversParentTypes['TrackingEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<TrackingEventDescriptionArgs, 'locale'>>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShipmentStatus'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Cart?: CartResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  DeliveryWindow?: DeliveryWindowResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  ShipmentActionRefused?: ShipmentActionRefusedResolvers<ContextType>;
  ShipmentActionResult?: ShipmentActionResultResolvers<ContextType>;
  ShipmentAddress?: ShipmentAddressResolvers<ContextType>;
  ShipmentConnection?: ShipmentConnectionResolvers<ContextType>;
  ShipmentEdge?: ShipmentEdgeResolvers<ContextType>;
  ShipmentItem?: ShipmentItemResolvers<ContextType>;
  ShippingOption?: ShippingOptionResolvers<ContextType>;
  ShippingZone?: ShippingZoneResolvers<ContextType>;
  Tracking?: TrackingResolvers<ContextType>;
  TrackingEvent?: TrackingEventResolvers<ContextType>;
};

