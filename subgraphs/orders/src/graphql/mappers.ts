import type { Currency } from '@souk/contracts/money';
import type { StoredDeadLetter } from '@souk/platform/dead-letters';
import type { CheckoutLogEntry, PriceChange, Shortage } from '../app/checkout-store.ts';
import type { CountedCoupon } from '../app/coupons.ts';
import type { PlaceOrderOutcome } from '../app/place-order-outcome.ts';
import type { CheckoutQuote } from '../app/quote.ts';
import type { Cart, CartLine } from '../domain/cart.ts';
import type { Observed, CartProblem as Problem } from '../domain/cart-problems.ts';
import type { CouponProblem } from '../domain/coupon.ts';
import type { Order, OrderLine, StatusReached } from '../domain/order.ts';
import type { RejectionCode } from '../domain/order-rejected.ts';
import type { Return, ReturnItem, ReturnReached } from '../domain/return.ts';

/** What a resolver's parent really is, by GraphQL type: `<Type>Mapper`. */
export type CartMapper = {
  cart: Cart;
  token: string | null;
  lines: () => Promise<readonly CartLine[]>;
};

export type CartLineMapper = CartLine & {
  currency: Currency;
  /** What the router brought along; undefined where it did not ask. */
  observed: Observed | null | undefined;
};

export type CartProblemMapper = Problem;
export type PriceChangedMapper = Extract<Problem, { kind: 'PriceChanged' }>;
export type OutOfStockMapper = Extract<Problem, { kind: 'OutOfStock' }>;
export type InsufficientStockMapper = Extract<Problem, { kind: 'InsufficientStock' }>;
export type NoLongerSoldMapper = Extract<Problem, { kind: 'NoLongerSold' }>;

export type OrderMapper = Order;
export type OrderLineMapper = OrderLine & { currency: Currency };

type Entry<Kind, What> = What & { kind: Kind };
export type StatusReachedMapper = Entry<'StatusReached', StatusReached>;
export type SagaStepMapper = Entry<'SagaStep', CheckoutLogEntry>;
export type ReturnReachedMapper = Entry<'ReturnReached', ReturnReached & { return: Return }>;
export type TimelineEntryMapper = StatusReachedMapper | SagaStepMapper | ReturnReachedMapper;

type Outcome<Kind> = Extract<PlaceOrderOutcome, { kind: Kind }>;
export type CouponRefusal = CouponProblem | 'UNKNOWN';
export type PaymentActionRequiredMapper = Outcome<'ACTION_REQUIRED'>;
export type ItemsOutOfStockMapper = Outcome<'OUT_OF_STOCK'>;
export type PricesChangedMapper = Outcome<'PRICES_CHANGED'>;
export type PaymentDeclinedMapper = Outcome<'PAYMENT_DECLINED'>;
export type CouponRefusedMapper = { kind: 'COUPON_REFUSED'; problem: CouponRefusal };
export type CannotShipMapper = { kind: 'CANNOT_SHIP' };
export type CartIsEmptyMapper = Outcome<'CART_EMPTY'>;
export type CheckoutInProgressMapper = Outcome<'CHECKOUT_IN_PROGRESS'>;

export type ShortageMapper = Shortage;
export type ChangedPriceMapper = PriceChange & { currency: Currency };

export type CheckoutQuoteMapper = Extract<CheckoutQuote, { kind: 'QUOTE' }>;

export type OrderActionRefusedMapper = { kind: 'REFUSED'; code: RejectionCode };
export type ReturnMapper = Return;
export type ReturnItemMapper = ReturnItem & { of: Return };
export type CouponMapper = CountedCoupon;
export type CouponCodeTakenMapper = { kind: 'CODE_TAKEN'; code: string };
export type DeadLetterMapper = StoredDeadLetter;

/** Owned elsewhere: only the key is known here. */
export type ProductMapper = { id: string };
export type ProductVariantMapper = { id: string };
export type UserMapper = { id: string };
