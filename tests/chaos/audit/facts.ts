/**
 * What a run left behind, read straight from the databases, the provider's ledger and the bus. Only
 * what belongs to the orders of the run, unless said otherwise. Amounts are minor units.
 */
export type Facts = {
  orders: readonly OrderFact[];
  sagas: readonly SagaFact[];
  reservations: readonly ReservationFact[];
  /** Every variant that was for sale in the run. */
  shelves: readonly ShelfFact[];
  payments: readonly PaymentFact[];
  /** What every posting of payments' ledger adds up to, by currency: of all time. */
  ledgerSums: Readonly<Record<string, number>>;
  intents: readonly IntentFact[];
  shipments: readonly ShipmentFact[];
  returns: readonly ReturnFact[];
  refunds: readonly RefundFact[];
  coupons: readonly CouponFact[];
  /** What was put into an outbox, with its place there. */
  decided: readonly DecidedMessage[];
  /** What the bus delivered to a group of the run's own, in the sequence of arrival. */
  heard: readonly HeardMessage[];
  /** What consumers say that they are through with. */
  handled: readonly HandledMessage[];
  /** Types of message that a reader does something about. */
  reactions: Readonly<Record<string, readonly string[]>>;
  deadLetters: readonly DeadLetterFact[];
  /** What still stood in outboxes and among the provider's tasks when the wait was over. */
  waiting: readonly { where: string; what: string }[];
  effects: readonly EffectFact[];
  projections: readonly { service: string; compared: number; differences: readonly string[] }[];
  attempts: readonly Attempt[];
  replays: readonly Replay[];
};

export type Line = { number: number; variantId: string; quantity: number };

export type OrderFact = {
  id: string;
  customerId: string;
  status: string;
  currency: string;
  total: number;
  couponCode: string | null;
  lines: readonly Line[];
};

/** How far the process manager of an order has come. */
export type SagaFact = {
  orderId: string;
  step: string;
  outcome: string | null;
  reason: string | null;
  stock: string;
  payment: string;
};

export type ReservationFact = {
  id: string;
  orderId: string;
  status: string;
  lines: readonly Omit<Line, 'number'>[];
};

export type ShelfFact = {
  variantId: string;
  sku: string;
  /** Few of it, and many want it. */
  isScarce: boolean;
  /** Units when the run began. */
  before: number;
  stock: number;
  reserved: number;
  /** What its movements since then add up to. */
  moved: number;
};

export type PaymentFact = {
  id: string;
  orderId: string;
  status: string;
  currency: string;
  amount: number;
  captured: number;
  refunded: number;
  /** The balances of the ledger's accounts that this payment moved. */
  ledger: Readonly<Record<string, number>>;
};

/** A payment intent of the provider's, and what its ledger moved for it. */
export type IntentFact = {
  id: string;
  orderId: string;
  status: string;
  currency: string;
  authorized: number;
  released: number;
  captures: readonly number[];
  /** What was given back, less what came back after all. */
  refunded: number;
};

export type ShipmentFact = {
  id: string;
  orderId: string;
  status: string;
  items: readonly Omit<Line, 'variantId'>[];
};

export type ReturnFact = {
  id: string;
  orderId: string;
  status: string;
  refund: number;
  items: readonly (Omit<Line, 'variantId'> & { resellable: boolean })[];
};

export type RefundFact = { id: string; orderId: string; amount: number; status: string };

export type CouponFact = {
  code: string;
  limit: number | null;
  limitOfOne: number | null;
  /** What the coupon itself counts. */
  used: number;
  uses: readonly { orderId: string; customerId: string }[];
};

export type DecidedMessage = {
  id: string;
  topic: string;
  key: string;
  type: string;
  position: number;
};
export type HeardMessage = Omit<DecidedMessage, 'position'> & { sequence: number };
export type HandledMessage = { reader: string; messageId: string; at: Date };
export type DeadLetterFact = { service: string; messageId: string; error: string };

/** Something that may happen once: `what` says of which kind, `key` names the occasion. */
export type EffectFact = { what: string; key: string; times: number };

/** One idempotency key of a shopper's, however often it was sent, and what came of it. */
export type Attempt = {
  key: string;
  customerId: string;
  /** Every order that a reply named. */
  orderIds: readonly string[];
  /** What each of the replies was, such as CONFIRMED or ItemsOutOfStock. */
  told: readonly string[];
  /** Whether somebody of the run asked to cancel the order. */
  cancelAsked: boolean;
};

/** A key that was sent once more after everything had ended, then with another body. */
export type Replay = {
  key: string;
  orderIds: readonly string[];
  /** The order that the repetition told of. */
  again: string | null;
  otherBodyRefused: boolean;
};
