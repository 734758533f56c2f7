import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PaymentMapper, PaymentStatusChangeMapper, RefundMapper, RefundRefusedMapper, DeadLetterMapper, OrderMapper, UserMapper } from './mappers.ts';
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

/** The accounts of the double-entry ledger. */
export type LedgerAccount =
  /** The other side of CARD_HOLDS: holds that await capture. */
  | 'AWAITING_CAPTURE'
  /** What banks hold for us on cards. */
  | 'CARD_HOLDS'
  /** What the payment provider owes us. */
  | 'PROVIDER_CLEARING'
  /** What was given back. */
  | 'REFUNDS'
  /** What was sold. */
  | 'SALES';

/** What an account of the ledger holds in one currency. */
export type LedgerBalance = {
  __typename?: 'LedgerBalance';
  /** The account. */
  account: LedgerAccount;
  /** Minor units, debit positive, as a decimal number in text: it outgrows 32 bits. */
  amount: Scalars['String']['output'];
  /** ISO 4217 code. */
  currency: Currency;
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
  /** Throws a message that was given up away for good. False where there is none. Needs ops. */
  dropPaymentsDeadLetter: Scalars['Boolean']['output'];
  /** Sends a message that was given up on its way again. False where there is none. Needs ops. */
  redrivePaymentsDeadLetter: Scalars['Boolean']['output'];
  /** Gives back a part of what was taken for an order. Needs the scopes payments:read and payments:refund. */
  refundPayment: RefundPaymentResult;
};


export type MutationDropPaymentsDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRedrivePaymentsDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRefundPaymentArgs = {
  input: RefundPaymentInput;
};

/** What somebody bought, as it was agreed at that time. */
export type Order = {
  __typename?: 'Order';
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What is paid for it; null where there is nothing that the viewer may see. */
  payment?: Maybe<Payment>;
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

/** What is paid for an order: one card, one authorization, captures and refunds against it. */
export type Payment = {
  __typename?: 'Payment';
  /** Where the card holder proves who they are to the bank; null for anybody else, and when nobody waits for it. */
  actionUrl?: Maybe<Scalars['String']['output']>;
  /** What was to be paid. */
  amount: Money;
  /** What the viewer can do about it now. */
  availableActions: Array<PaymentAction>;
  /** What has been taken off the card so far. */
  captured: Money;
  /** The card, as far as anyone may know it. */
  card?: Maybe<PaymentCard>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Who pays. */
  customer?: Maybe<User>;
  /** The states it went through, oldest first, at most 100. */
  history: Array<PaymentStatusChange>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** The order it pays for. */
  order?: Maybe<Order>;
  /** Its id at the payment provider; null without the scope payments:read. */
  providerReference?: Maybe<Scalars['String']['output']>;
  /** What can still be given back: captured minus refunded. */
  refundable: Money;
  /** What has been given back so far. */
  refunded: Money;
  /** Its refunds, newest first, at most 100. */
  refunds: Array<Refund>;
  /** How far it has come. */
  status: PaymentStatus;
};

/** What can be done about a payment. */
export type PaymentAction =
  /** Prove to the bank who you are, at `actionUrl`. */
  | 'AUTHENTICATE'
  /** Give money back, by `refundPayment`. */
  | 'REFUND';

/** The part of a card that may be shown to its holder. */
export type PaymentCard = {
  __typename?: 'PaymentCard';
  /** Its network, in lower case, such as visa. */
  brand: Scalars['String']['output'];
  /** Month of expiry, 1 to 12. */
  expMonth: Scalars['Int']['output'];
  /** Year of expiry, four digits. */
  expYear: Scalars['Int']['output'];
  /** The last four digits. */
  last4: Scalars['String']['output'];
};

/** A page of payments. */
export type PaymentConnection = {
  __typename?: 'PaymentConnection';
  /** The page's edges. */
  edges: Array<PaymentEdge>;
  /** The page's payments, without cursors. */
  nodes: Array<Payment>;
  /** Where the page starts and ends. */
  pageInfo: PageInfo;
};

/** A payment, and its place in the list. */
export type PaymentEdge = {
  __typename?: 'PaymentEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The payment. */
  node: Payment;
};

/** Which payments to list; conditions are joined by AND. */
export type PaymentFilter = {
  /** Created in this period. */
  createdBetween?: InputMaybe<PaymentPeriod>;
  /** For this order. */
  orderId?: InputMaybe<Scalars['ID']['input']>;
  /** In any of these states. */
  status?: InputMaybe<Array<PaymentStatus>>;
};

/** A period of time, open where an end is left out. */
export type PaymentPeriod = {
  /** From this instant on. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before this instant. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** How far a payment has come. */
export type PaymentStatus =
  /** The bank holds the amount for us. */
  | 'AUTHORIZED'
  /** Everything there was to take has been taken. */
  | 'CAPTURED'
  /** The provider has not answered yet. */
  | 'CREATED'
  /** The bank said no. */
  | 'DECLINED'
  /** The hold ran out before anything was taken. */
  | 'EXPIRED'
  /** A part has been taken. */
  | 'PARTIALLY_CAPTURED'
  /** A part of what was taken has been given back. */
  | 'PARTIALLY_REFUNDED'
  /** All that was taken has been given back. */
  | 'REFUNDED'
  /** The card holder has to confirm it with the bank. */
  | 'REQUIRES_ACTION'
  /** We let go of the hold before taking anything. */
  | 'VOIDED';

/** One step in the life of a payment. */
export type PaymentStatusChange = {
  __typename?: 'PaymentStatusChange';
  /** What moved at that step, where money did. */
  amount?: Maybe<Money>;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The state it came to. */
  status: PaymentStatus;
};

export type Query = {
  __typename?: 'Query';
  /** What every account of the ledger holds, by currency; the balances of a currency sum to zero. Needs the scope ops. */
  ledgerBalances?: Maybe<Array<LedgerBalance>>;
  /** One of the viewer's payments, or anybody's with the scope payments:read; null where there is none to see. */
  payment?: Maybe<Payment>;
  /** Everybody's payments, newest first. Needs the scope payments:read. */
  payments?: Maybe<PaymentConnection>;
  /** One of them; null where there is none. Needs ops. */
  paymentsDeadLetter?: Maybe<DeadLetter>;
  /** Messages that this service could not handle, newest first. Needs ops. */
  paymentsDeadLetters?: Maybe<DeadLetterConnection>;
};


export type QueryPaymentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PaymentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPaymentsDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPaymentsDeadLettersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Money given back. */
export type Refund = {
  __typename?: 'Refund';
  /** How much. */
  amount: Money;
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** The payment it gives back. */
  payment?: Maybe<Payment>;
  /** Why. */
  reason: Scalars['String']['output'];
  /** Whether it has arrived. */
  status: RefundStatus;
};

/** What to give back of a payment. */
export type RefundPaymentInput = {
  /** How much, in minor units of the payment's currency; at least 1. */
  amount: Scalars['Int']['input'];
  /** The caller's own name for this attempt, 8 to 200 characters: the same key gives money back once. */
  idempotencyKey: Scalars['String']['input'];
  /** The payment. */
  paymentId: Scalars['ID']['input'];
  /** Why, 1 to 500 characters. The customer can read it. */
  reason: Scalars['String']['input'];
};

/** The payment with its new refund, which may still be on its way, or why there is none. */
export type RefundPaymentResult = Payment | RefundRefused;

/** Why nothing can be given back. */
export type RefundRefusal =
  /** More than was taken, less what was given back or is on its way. */
  | 'MORE_THAN_REFUNDABLE';

/** Nothing was given back. */
export type RefundRefused = {
  __typename?: 'RefundRefused';
  /** Why. */
  code: RefundRefusal;
  /** The same in a sentence. */
  message: Scalars['String']['output'];
};


/** Nothing was given back. */
export type RefundRefusedMessageArgs = {
  locale?: Locale;
};

/** Whether a refund has arrived. */
export type RefundStatus =
  /** The provider could not give it back. */
  | 'FAILED'
  /** On its way. */
  | 'PENDING'
  /** Given back. */
  | 'SUCCEEDED';

/** A person with an account. Only she herself and people with the scope users:read see it. */
export type User = {
  __typename?: 'User';
  /** Her id. */
  id: Scalars['ID']['output'];
  /** What this person pays, newest first. Null unless it is the viewer, or the viewer has the scope payments:read. */
  payments?: Maybe<PaymentConnection>;
};


/** A person with an account. Only she herself and people with the scope users:read see it. */
export type UserPaymentsArgs = {
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
  Order: Order;
  Payment: Payment;
  Refund: Refund;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  Payment:
    ( { __typename: 'Payment' }
    & GraphQLRecursivePick<FederationTypes['Payment'], {"id":true}> );
  Refund:
    ( { __typename: 'Refund' }
    & GraphQLRecursivePick<FederationTypes['Refund'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  RefundPaymentResult:
    | ( PaymentMapper )
    | ( RefundRefusedMapper )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Currency: Currency;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeadLetter: ResolverTypeWrapper<DeadLetterMapper>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  DeadLetterConnection: ResolverTypeWrapper<Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['DeadLetterEdge']>, nodes: Array<ResolversTypes['DeadLetter']> }>;
  DeadLetterEdge: ResolverTypeWrapper<Omit<DeadLetterEdge, 'node'> & { node: ResolversTypes['DeadLetter'] }>;
  LedgerAccount: LedgerAccount;
  LedgerBalance: ResolverTypeWrapper<LedgerBalance>;
  Locale: Locale;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Order: ResolverTypeWrapper<OrderMapper>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Payment: ResolverTypeWrapper<PaymentMapper>;
  PaymentAction: PaymentAction;
  PaymentCard: ResolverTypeWrapper<PaymentCard>;
  PaymentConnection: ResolverTypeWrapper<Omit<PaymentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PaymentEdge']>, nodes: Array<ResolversTypes['Payment']> }>;
  PaymentEdge: ResolverTypeWrapper<Omit<PaymentEdge, 'node'> & { node: ResolversTypes['Payment'] }>;
  PaymentFilter: PaymentFilter;
  PaymentPeriod: PaymentPeriod;
  PaymentStatus: PaymentStatus;
  PaymentStatusChange: ResolverTypeWrapper<PaymentStatusChangeMapper>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Refund: ResolverTypeWrapper<RefundMapper>;
  RefundPaymentInput: RefundPaymentInput;
  RefundPaymentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefundPaymentResult']>;
  RefundRefusal: RefundRefusal;
  RefundRefused: ResolverTypeWrapper<RefundRefusedMapper>;
  RefundStatus: RefundStatus;
  User: ResolverTypeWrapper<UserMapper>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  DeadLetter: DeadLetterMapper;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  DeadLetterConnection: Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DeadLetterEdge']>, nodes: Array<ResolversParentTypes['DeadLetter']> };
  DeadLetterEdge: Omit<DeadLetterEdge, 'node'> & { node: ResolversParentTypes['DeadLetter'] };
  LedgerBalance: LedgerBalance;
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  Boolean: Scalars['Boolean']['output'];
  Order: OrderMapper;
  PageInfo: PageInfo;
  Payment: PaymentMapper;
  PaymentCard: PaymentCard;
  PaymentConnection: Omit<PaymentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PaymentEdge']>, nodes: Array<ResolversParentTypes['Payment']> };
  PaymentEdge: Omit<PaymentEdge, 'node'> & { node: ResolversParentTypes['Payment'] };
  PaymentFilter: PaymentFilter;
  PaymentPeriod: PaymentPeriod;
  PaymentStatusChange: PaymentStatusChangeMapper;
  Query: Record<PropertyKey, never>;
  Refund: RefundMapper;
  RefundPaymentInput: RefundPaymentInput;
  RefundPaymentResult: ResolversUnionTypes<ResolversParentTypes>['RefundPaymentResult'];
  RefundRefused: RefundRefusedMapper;
  User: UserMapper;
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

export type LedgerBalanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerBalance'] = ResolversParentTypes['LedgerBalance']> = {
  account?: Resolver<ResolversTypes['LedgerAccount'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  dropPaymentsDeadLetter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDropPaymentsDeadLetterArgs, 'id'>>;
  redrivePaymentsDeadLetter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRedrivePaymentsDeadLetterArgs, 'id'>>;
  refundPayment?: Resolver<ResolversTypes['RefundPaymentResult'], ParentType, ContextType, RequireFields<MutationRefundPaymentArgs, 'input'>>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment'], FederationReferenceType extends FederationReferenceTypes['Payment'] = FederationReferenceTypes['Payment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Payment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  actionUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['PaymentAction']>, ParentType, ContextType>;
  captured?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  card?: Resolver<Maybe<ResolversTypes['PaymentCard']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['PaymentStatusChange']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  providerReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refundable?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunds?: Resolver<Array<ResolversTypes['Refund']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentCardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentCard'] = ResolversParentTypes['PaymentCard']> = {
  brand?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expMonth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  last4?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PaymentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentConnection'] = ResolversParentTypes['PaymentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PaymentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Payment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PaymentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentEdge'] = ResolversParentTypes['PaymentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Payment'], ParentType, ContextType>;
};

export type PaymentStatusChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentStatusChange'] = ResolversParentTypes['PaymentStatusChange']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  ledgerBalances?: Resolver<Maybe<Array<ResolversTypes['LedgerBalance']>>, ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType, RequireFields<QueryPaymentArgs, 'id'>>;
  payments?: Resolver<Maybe<ResolversTypes['PaymentConnection']>, ParentType, ContextType, RequireFields<QueryPaymentsArgs, 'first'>>;
  paymentsDeadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType, RequireFields<QueryPaymentsDeadLetterArgs, 'id'>>;
  paymentsDeadLetters?: Resolver<Maybe<ResolversTypes['DeadLetterConnection']>, ParentType, ContextType, RequireFields<QueryPaymentsDeadLettersArgs, 'first'>>;
};

export type RefundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refund'] = ResolversParentTypes['Refund'], FederationReferenceType extends FederationReferenceTypes['Refund'] = FederationReferenceTypes['Refund']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Refund']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RefundStatus'], ParentType, ContextType>;
};

export type RefundPaymentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundPaymentResult'] = ResolversParentTypes['RefundPaymentResult']> = {
  __resolveType: TypeResolveFn<'Payment' | 'RefundRefused', ParentType, ContextType>;
};

export type RefundRefusedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundRefused'] = ResolversParentTypes['RefundRefused']> = {
  code?: Resolver<ResolversTypes['RefundRefusal'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RefundRefusedMessageArgs, 'locale'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payments?: Resolver<Maybe<ResolversTypes['PaymentConnection']>, ParentType, ContextType, RequireFields<UserPaymentsArgs, 'first'>>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  LedgerBalance?: LedgerBalanceResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PaymentCard?: PaymentCardResolvers<ContextType>;
  PaymentConnection?: PaymentConnectionResolvers<ContextType>;
  PaymentEdge?: PaymentEdgeResolvers<ContextType>;
  PaymentStatusChange?: PaymentStatusChangeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Refund?: RefundResolvers<ContextType>;
  RefundPaymentResult?: RefundPaymentResultResolvers<ContextType>;
  RefundRefused?: RefundRefusedResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

