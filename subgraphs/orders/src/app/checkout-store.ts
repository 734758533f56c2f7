import type { Currency } from '@souk/contracts/money';
import type { Attempt } from '@souk/platform/idempotency';
import type { Cart, CartLine } from '../domain/cart.ts';
import type { Checkout } from '../domain/checkout.ts';
import type { CheckoutState, CheckoutStep, Tell } from '../domain/checkout-state.ts';
import type { CouponAnswer, CouponClaim } from '../domain/coupon.ts';
import type { OrderEvent, Placement } from '../domain/order-events.ts';

/** A question to another service that a checkout waits for. */
export type Ask = 'PRICES' | 'RESERVATION';

export type Shortage = { variantId: string; requested: number; available: number };

/** `now` is null for what is not sold any more. Minor units of the order's currency. */
export type PriceChange = { variantId: string; was: number; now: number | null };

/** What the customer is to be told of a checkout, and its state does not need. */
export type CheckoutDetails = {
  shortages?: readonly Shortage[];
  priceChanges?: readonly PriceChange[];
  /** Where the customer proves who they are. */
  actionUrl?: string;
  declined?: { code: string; message: string };
};

/** A checkout as it is kept, its row locked. */
export type KeptCheckout = Checkout & {
  orderId: string;
  details: CheckoutDetails;
  cartId: string | null;
  /** Entries in its log so far. */
  logged: number;
  /** When the deadline is due by the clock; null without one. */
  dueAt: Date | null;
  /** When another may ask the question that is open; null where none is. */
  askAfter: Date | null;
  /** The trace that it began in. */
  traceparent: string | null;
};

/** An entry of a checkout's own diary. */
export type CheckoutLogEntry = {
  orderId: string;
  position: number;
  at: Date;
  /** What it reacted to: the type of a CheckoutInput. */
  input: string;
  fromStep: CheckoutStep;
  toStep: CheckoutStep;
  /** Names of the messages that it sent. */
  told: string[];
  /** Whether something was being undone. */
  compensation: boolean;
  traceId: string | null;
};

/** What one input, or several, made of a checkout: all of it is stored, or nothing. */
export type CheckoutChange = {
  before: KeptCheckout;
  after: Checkout;
  events: readonly OrderEvent[];
  tells: readonly Tell[];
  at: Date;
  /** Id of the message or command that led to this. */
  causationId: string;
  /** The question that is open now. */
  ask: Ask | null;
  askAfter: Date | null;
  dueAt: Date | null;
  details: CheckoutDetails;
  log: readonly CheckoutLogEntry[];
  /** What becomes of the cart: it is held, the ordered units leave it, or it is free again, whole. */
  cart: 'KEEP' | 'CLAIM' | 'RELEASE' | 'TAKE';
  freesCoupon: boolean;
  /** Whether those who wait for the outcome are to be told. */
  settled: boolean;
};

/** Checkouts within one transaction. */
export type CheckoutUnit = {
  /** Locks an order's checkout until the transaction ends; null for an order that does not exist. */
  lock: (orderId: string) => Promise<KeptCheckout | null>;
  save: (change: CheckoutChange) => Promise<void>;
  /** Locks a checkout whose deadline is due and that nobody else is at. */
  nextDue: () => Promise<{ orderId: string; traceparent: string | null } | null>;
};

/** What placing an order does in one transaction, besides. */
export type PlacingUnit = CheckoutUnit & {
  /** Does `work` once for a key. Throws IDEMPOTENCY_KEY_REUSED for another input. */
  once: <Reply>(attempt: Attempt, work: () => Promise<Reply>) => Promise<Reply>;
  /** A cart while it is active, locked, and its lines; with the number that its order gets. */
  lockCart: (
    cartId: string,
  ) => Promise<{ cart: Cart; lines: CartLine[]; orderNumber: number } | null>;
  useCoupon: (orderId: string, claim: CouponClaim) => Promise<CouponAnswer>;
};

/** How a checkout stands, for those who wait for its outcome. */
export type CheckoutStanding = {
  orderId: string;
  state: CheckoutState;
  details: CheckoutDetails;
  currency: Currency;
};

/** A question that nobody seems to be asking any more. */
export type OpenAsk = { orderId: string; ask: Ask; traceparent: string | null };

export type CheckoutStore = {
  /** Runs in one transaction; what `work` throws undoes it. */
  transaction: <T>(work: (tx: PlacingUnit) => Promise<T>) => Promise<T>;
  standing: (orderId: string) => Promise<CheckoutStanding | null>;
  /** What was agreed; null for an order that does not exist. */
  placement: (orderId: string) => Promise<Placement | null>;
  /** Questions whose lease is over, leased anew to whoever called. */
  leaseAsks: (leaseMs: number, limit: number) => Promise<OpenAsk[]>;
  /** Lets a deadline that cannot be met now wait. */
  postpone: (orderId: string, ms: number) => Promise<void>;
};
