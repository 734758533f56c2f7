/**
 * What the services load when their database is empty: one JSON object a line. Amounts are minor
 * units, tax included; instants are RFC 3339 in UTC.
 */

export type Currency = 'KRW' | 'USD' | 'EUR';
export type Language = 'en' | 'ko';
export type Localized = Record<Language, string>;
export type Prices = Record<Currency, number>;

export type PostalAddress = {
  recipient: string;
  phone: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  postalCode: string;
  region: string;
  city: string;
  line1: string;
  line2: string | null;
};

export type UserRecord = {
  kind: 'user';
  id: string;
  email: string;
  password: string;
  name: string;
  locale: Language;
  roles: string[];
  createdAt: string;
  addresses: (PostalAddress & { id: string; label: string; isDefault: boolean })[];
};

export type CategoryRecord = {
  kind: 'category';
  id: string;
  slug: string;
  parentSlug: string | null;
  position: number;
  name: Localized;
  description: Localized;
};

export type VariantRecord = {
  id: string;
  sku: string;
  /** Value code by option code. */
  options: Record<string, string>;
  prices: Prices;
  weightGrams: number;
  stock: number;
};

export type OptionRecord = {
  code: string;
  name: Localized;
  values: { code: string; name: Localized }[];
};

export type ProductRecord = {
  kind: 'product';
  id: string;
  slug: string;
  categorySlug: string;
  brand: string;
  title: Localized;
  description: Localized;
  status: 'PUBLISHED' | 'DRAFT';
  tags: string[];
  createdAt: string;
  attributes: { code: string; name: Localized; value: { code: string } & Localized }[];
  options: OptionRecord[];
  images: { file: string; alt: Localized }[];
  variants: VariantRecord[];
};

export type OrderStatus =
  | 'PENDING'
  | 'STOCK_RESERVED'
  | 'PAYMENT_AUTHORIZED'
  | 'CONFIRMED'
  | 'PARTIALLY_SHIPPED'
  | 'SHIPPED'
  | 'DELIVERED'
  | 'REJECTED'
  | 'CANCELLING'
  | 'CANCELLED'
  | 'EXPIRED';

export type LineSnapshot = {
  productId: string;
  variantId: string;
  sku: string;
  title: string;
  variantTitle: string;
  quantity: number;
  unitPrice: number;
  weightGrams: number;
};

export type OrderLineRecord = LineSnapshot & { number: number; tax: number };

export type OrderRecord = {
  kind: 'order';
  id: string;
  number: string;
  customerId: string;
  status: OrderStatus;
  currency: Currency;
  placedAt: string;
  shippingAddress: PostalAddress;
  lines: OrderLineRecord[];
  subtotal: number;
  shipping: number;
  discount: number;
  tax: number;
  total: number;
  history: { status: OrderStatus; at: string }[];
  shippingMethod: ShippingMethod;
  paymentId: string;
  /** Why it failed or was cancelled. */
  reason: string | null;
  /** The parcels that have left. */
  shipments: {
    shipmentId: string;
    items: { number: number; quantity: number }[];
    takenAt: string;
    deliveredAt: string | null;
  }[];
};

/** A promotion; of percent and amount it has one. */
export type CouponRecord = {
  kind: 'coupon';
  code: string;
  percent: number | null;
  amount: { amount: number; currency: Currency } | null;
  minimum: { amount: number; currency: Currency } | null;
  /** How many orders may use it, in all and of one customer. */
  usageLimit: number | null;
  customerLimit: number | null;
  startsAt: string;
  endsAt: string | null;
};

export type CartRecord = {
  kind: 'cart';
  id: string;
  customerId: string;
  currency: Currency;
  createdAt: string;
  lines: (LineSnapshot & { id: string; addedAt: string })[];
};

export type PaymentStatus =
  | 'CREATED'
  | 'REQUIRES_ACTION'
  | 'AUTHORIZED'
  | 'PARTIALLY_CAPTURED'
  | 'CAPTURED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED'
  | 'DECLINED'
  | 'VOIDED'
  | 'EXPIRED';

export type Card = { brand: string; last4: string; expMonth: number; expYear: number };

export type PaymentRecord = {
  kind: 'payment';
  id: string;
  orderId: string;
  customerId: string;
  status: PaymentStatus;
  currency: Currency;
  amount: number;
  capturedAmount: number;
  refundedAmount: number;
  card: Card;
  providerReference: string;
  createdAt: string;
  history: { status: PaymentStatus; at: string; amount: number | null }[];
  refunds: {
    id: string;
    amount: number;
    reason: string;
    status: 'SUCCEEDED';
    createdAt: string;
  }[];
};

export type ZoneRecord = { kind: 'zone'; code: string; name: Localized; countries: string[] };

export type ShippingMethod = 'STANDARD' | 'EXPRESS';

export type RateRecord = {
  kind: 'rate';
  id: string;
  zoneCode: string;
  method: ShippingMethod;
  carrier: string;
  name: Localized;
  maxWeightGrams: number;
  prices: Prices;
  minDays: number;
  maxDays: number;
};

export type ShipmentStatus =
  | 'PENDING'
  | 'LABEL_CREATED'
  | 'IN_TRANSIT'
  | 'OUT_FOR_DELIVERY'
  | 'DELIVERED'
  | 'EXCEPTION'
  | 'RETURNED'
  | 'CANCELLED';

export type ShipmentEvent = {
  at: string;
  status: ShipmentStatus;
  location: string;
  description: Localized;
};

export type ShipmentRecord = {
  kind: 'shipment';
  id: string;
  orderId: string;
  orderNumber: string;
  customerId: string;
  carrier: string;
  /** None until it is packed. */
  trackingNumber: string | null;
  status: ShipmentStatus;
  method: ShippingMethod;
  address: PostalAddress;
  weightGrams: number;
  createdAt: string;
  items: { orderLineNumber: number; quantity: number }[];
  events: ShipmentEvent[];
};
