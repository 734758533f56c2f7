import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserMapper, CustomerMapper, StaffMemberMapper, AddressMapper } from './mappers.ts';
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

/** Where things can be sent. */
export type Address = {
  __typename?: 'Address';
  /** The city. */
  city: Scalars['String']['output'];
  /** The country. */
  country: Scalars['CountryCode']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Whether it is its owner's default; at most one is. */
  isDefault: Scalars['Boolean']['output'];
  /** What its owner calls it, such as Home. */
  label: Scalars['String']['output'];
  /** Street and number. */
  line1: Scalars['String']['output'];
  /** Building, floor, door. */
  line2?: Maybe<Scalars['String']['output']>;
  /** A telephone number for the carrier, digits with an optional leading plus sign. */
  phone: Scalars['String']['output'];
  /** The postal code, in the form of its country. */
  postalCode: Scalars['String']['output'];
  /** Who receives there. */
  recipient: Scalars['String']['output'];
  /** The province or state. */
  region: Scalars['String']['output'];
};

/** Where things can be sent. */
export type AddressInput = {
  /** The city, 1 to 100 characters. */
  city: Scalars['String']['input'];
  /** The country. */
  country: Scalars['CountryCode']['input'];
  /** Whether it becomes the default. False leaves the default as it is. */
  isDefault?: Scalars['Boolean']['input'];
  /** What its owner calls it, 1 to 40 characters. */
  label: Scalars['String']['input'];
  /** Street and number, 1 to 200 characters. */
  line1: Scalars['String']['input'];
  /** Building, floor, door; up to 200 characters. */
  line2?: InputMaybe<Scalars['String']['input']>;
  /** 6 to 15 digits with an optional leading plus sign; spaces, hyphens and parentheses are dropped. */
  phone: Scalars['String']['input'];
  /** The postal code, in the form of its country. */
  postalCode: Scalars['String']['input'];
  /** Who receives there, 1 to 100 characters. */
  recipient: Scalars['String']['input'];
  /** The province or state, 1 to 100 characters. */
  region: Scalars['String']['input'];
};

/** A session, freshly proved. */
export type AuthPayload = {
  __typename?: 'AuthPayload';
  /** A JWT for the Authorization header: Bearer <token>. */
  accessToken: Scalars['String']['output'];
  /** When the access token expires, ten minutes after it was signed. */
  expiresAt: Scalars['DateTime']['output'];
  /** Opaque and good for one refresh; keep it secret. */
  refreshToken: Scalars['String']['output'];
  /** Who signed in. */
  viewer: User;
};

/** A change of password. */
export type ChangePasswordInput = {
  /** The password so far. */
  currentPassword: Scalars['String']['input'];
  /** 10 to 128 characters, and another one. */
  newPassword: Scalars['String']['input'];
};

/** A person who buys here. */
export type Customer = User & {
  __typename?: 'Customer';
  /** Her address book, the default first, then the oldest; 20 at most. */
  addresses: Array<Address>;
  /** When the account was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Where things go unless she says otherwise. */
  defaultAddress?: Maybe<Address>;
  /** Her e-mail address, in lower case. */
  email: Scalars['String']['output'];
  /** Her id. */
  id: Scalars['ID']['output'];
  /** The language in which she wants to be spoken to. */
  locale: Locale;
  /** What to call her. */
  name: Scalars['String']['output'];
};

/** Languages in which the shop speaks. */
export type Locale =
  /** English. */
  | 'EN'
  /** Korean. */
  | 'KO';

export type Mutation = {
  __typename?: 'Mutation';
  /** Adds to the viewer's address book, of 20 at most. The first address becomes the default. */
  addAddress: Address;
  /** Changes the viewer's password and ends all her other sessions. */
  changePassword: User;
  /**
   * Exchanges a refresh token for a new pair. Each works once: a token that comes a second time ends the
   * whole session. UNAUTHENTICATED when it is unknown, used or expired.
   */
  refresh: AuthPayload;
  /** Removes one of the viewer's addresses and answers its id. The oldest left becomes the default. */
  removeAddress: Scalars['ID']['output'];
  /** Makes one of the viewer's addresses the default. */
  setDefaultAddress: Address;
  /** Gives a person exactly these roles, from the next token on. Needs the scope users:write. */
  setUserRoles: User;
  /**
   * Starts a session. UNAUTHENTICATED when the address or the password is wrong, without saying which;
   * RATE_LIMITED after too many attempts.
   */
  signIn: AuthPayload;
  /** Ends the viewer's session, or the one of a refresh token. Access tokens live on until they expire. */
  signOut: Scalars['Boolean']['output'];
  /** Ends every session of the viewer and answers how many there were. */
  signOutEverywhere: Scalars['Int']['output'];
  /** Makes a customer's account and signs in. CONFLICT when the e-mail address has one already. */
  signUp: AuthPayload;
  /** Replaces one of the viewer's addresses. */
  updateAddress: Address;
  /** Changes the viewer's name or language; what is left out stays. */
  updateProfile: User;
};


export type MutationAddAddressArgs = {
  input: AddressInput;
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationRefreshArgs = {
  refreshToken: Scalars['String']['input'];
};


export type MutationRemoveAddressArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSetDefaultAddressArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSetUserRolesArgs = {
  roles: Array<Role>;
  userId: Scalars['ID']['input'];
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationSignOutArgs = {
  refreshToken?: InputMaybe<Scalars['String']['input']>;
};


export type MutationSignUpArgs = {
  input: SignUpInput;
};


export type MutationUpdateAddressArgs = {
  id: Scalars['ID']['input'];
  input: AddressInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
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
  /** A person: yourself, or with the scope users:read anyone; null otherwise. */
  user?: Maybe<User>;
  /** People, newest first. Needs the scope users:read. */
  users?: Maybe<UserConnection>;
  /** Who asks, or null for a guest. */
  viewer?: Maybe<User>;
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** What a person may do here; each role stands for a set of scopes. */
export type Role =
  /** May do everything, and gives others their roles. */
  | 'ADMIN'
  /** Buys things. */
  | 'CUSTOMER'
  /** Keeps the catalogue, its prices and stock. */
  | 'MERCHANDISER'
  /** Answers customers: reads accounts and orders, refunds payments. */
  | 'SUPPORT'
  /** Keeps stock and sends shipments. */
  | 'WAREHOUSE';

/** What a session is proved with. */
export type SignInInput = {
  /** The account's e-mail address; case does not matter. */
  email: Scalars['String']['input'];
  /** The account's password. */
  password: Scalars['String']['input'];
};

/** Who signs up. */
export type SignUpInput = {
  /** An e-mail address; case does not matter. */
  email: Scalars['String']['input'];
  /** The language in which she wants to be spoken to. */
  locale?: Locale;
  /** 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** 10 to 128 characters. */
  password: Scalars['String']['input'];
};

/** A person who works here. */
export type StaffMember = User & {
  __typename?: 'StaffMember';
  /** Her address book, the default first, then the oldest; 20 at most. */
  addresses: Array<Address>;
  /** When the account was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Where things go unless she says otherwise. */
  defaultAddress?: Maybe<Address>;
  /** Her e-mail address, in lower case. */
  email: Scalars['String']['output'];
  /** Her id. */
  id: Scalars['ID']['output'];
  /** The language in which she wants to be spoken to. */
  locale: Locale;
  /** What to call her. */
  name: Scalars['String']['output'];
  /** Her roles. */
  roles: Array<Role>;
  /** What her roles let her do, sorted; the same as in her access token. */
  scopes: Array<Scalars['String']['output']>;
};

/** What to change in a profile; at least one. */
export type UpdateProfileInput = {
  /** The language in which she wants to be spoken to. */
  locale?: InputMaybe<Locale>;
  /** 1 to 100 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** A person with an account. Only she herself and people with the scope users:read see it. */
export type User = {
  /** Her address book, the default first, then the oldest; 20 at most. */
  addresses: Array<Address>;
  /** When the account was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Where things go unless she says otherwise. */
  defaultAddress?: Maybe<Address>;
  /** Her e-mail address, in lower case. */
  email: Scalars['String']['output'];
  /** Her id. */
  id: Scalars['ID']['output'];
  /** The language in which she wants to be spoken to. */
  locale: Locale;
  /** What to call her. */
  name: Scalars['String']['output'];
};

/** A page of people. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** The page's edges. */
  edges: Array<UserEdge>;
  /** The page's people, without cursors. */
  nodes: Array<User>;
  /** Where the page starts and ends. */
  pageInfo: PageInfo;
};

/** One of the people, and her place in the list. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** Her place in the list. */
  cursor: Scalars['String']['output'];
  /** The person. */
  node: User;
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
  Customer: Customer;
  StaffMember: StaffMember;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  StaffMember:
    ( { __typename: 'StaffMember' }
    & GraphQLRecursivePick<FederationTypes['StaffMember'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Address: ResolverTypeWrapper<AddressMapper>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AddressInput: AddressInput;
  AuthPayload: ResolverTypeWrapper<Omit<AuthPayload, 'viewer'> & { viewer: ResolversTypes['User'] }>;
  ChangePasswordInput: ChangePasswordInput;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  Customer: ResolverTypeWrapper<CustomerMapper>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Locale: Locale;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Role: Role;
  SignInInput: SignInInput;
  SignUpInput: SignUpInput;
  StaffMember: ResolverTypeWrapper<StaffMemberMapper>;
  UpdateProfileInput: UpdateProfileInput;
  User: ResolverTypeWrapper<UserMapper>;
  UserConnection: ResolverTypeWrapper<Omit<UserConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['UserEdge']>, nodes: Array<ResolversTypes['User']> }>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node: ResolversTypes['User'] }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Address: AddressMapper;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  AddressInput: AddressInput;
  AuthPayload: Omit<AuthPayload, 'viewer'> & { viewer: ResolversParentTypes['User'] };
  ChangePasswordInput: ChangePasswordInput;
  CountryCode: Scalars['CountryCode']['output'];
  Customer: CustomerMapper;
  DateTime: Scalars['DateTime']['output'];
  Mutation: Record<PropertyKey, never>;
  Int: Scalars['Int']['output'];
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  SignInInput: SignInInput;
  SignUpInput: SignUpInput;
  StaffMember: StaffMemberMapper;
  UpdateProfileInput: UpdateProfileInput;
  User: UserMapper;
  UserConnection: Omit<UserConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['UserEdge']>, nodes: Array<ResolversParentTypes['User']> };
  UserEdge: Omit<UserEdge, 'node'> & { node: ResolversParentTypes['User'] };
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuthPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthPayload'] = ResolversParentTypes['AuthPayload']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  viewer?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  addresses?: Resolver<Array<ResolversTypes['Address']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  defaultAddress?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addAddress?: Resolver<ResolversTypes['Address'], ParentType, ContextType, RequireFields<MutationAddAddressArgs, 'input'>>;
  changePassword?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  refresh?: Resolver<ResolversTypes['AuthPayload'], ParentType, ContextType, RequireFields<MutationRefreshArgs, 'refreshToken'>>;
  removeAddress?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationRemoveAddressArgs, 'id'>>;
  setDefaultAddress?: Resolver<ResolversTypes['Address'], ParentType, ContextType, RequireFields<MutationSetDefaultAddressArgs, 'id'>>;
  setUserRoles?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationSetUserRolesArgs, 'roles' | 'userId'>>;
  signIn?: Resolver<ResolversTypes['AuthPayload'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, Partial<MutationSignOutArgs>>;
  signOutEverywhere?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  signUp?: Resolver<ResolversTypes['AuthPayload'], ParentType, ContextType, RequireFields<MutationSignUpArgs, 'input'>>;
  updateAddress?: Resolver<ResolversTypes['Address'], ParentType, ContextType, RequireFields<MutationUpdateAddressArgs, 'id' | 'input'>>;
  updateProfile?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<QueryUsersArgs, 'first'>>;
  viewer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type StaffMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StaffMember'] = ResolversParentTypes['StaffMember'], FederationReferenceType extends FederationReferenceTypes['StaffMember'] = FederationReferenceTypes['StaffMember']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['StaffMember']> | FederationReferenceType, FederationReferenceType, ContextType>;
  addresses?: Resolver<Array<ResolversTypes['Address']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  defaultAddress?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveType: TypeResolveFn<'Customer' | 'StaffMember', ParentType, ContextType>;
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
};

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Address?: AddressResolvers<ContextType>;
  AuthPayload?: AuthPayloadResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  StaffMember?: StaffMemberResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
};

