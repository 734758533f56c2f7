import type { Currency } from '@souk/contracts/money';

export const ORDER_STATUSES = [
  'PENDING',
  'STOCK_RESERVED',
  'PAYMENT_AUTHORIZED',
  'CONFIRMED',
  'PARTIALLY_SHIPPED',
  'SHIPPED',
  'DELIVERED',
  'REJECTED',
  'CANCELLING',
  'CANCELLED',
  'EXPIRED',
] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** The statuses in which the goods count as bought. */
export const BOUGHT: readonly OrderStatus[] = [
  'CONFIRMED',
  'PARTIALLY_SHIPPED',
  'SHIPPED',
  'DELIVERED',
];

export type Address = {
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

/** Amounts are minor units of the order's currency, tax included. */
export type Order = {
  id: string;
  number: string;
  customerId: string;
  status: OrderStatus;
  currency: Currency;
  subtotal: number;
  shipping: number;
  discount: number;
  tax: number;
  total: number;
  /** The coupon that took off the discount. */
  couponCode: string | null;
  shippingAddress: Address;
  shippingMethod: string;
  /** Why it was refused, given up or cancelled. */
  reason: string | null;
  placedAt: Date;
  /** When its last parcel arrived. */
  deliveredAt: Date | null;
  version: number;
};

export type OrderLine = {
  orderId: string;
  number: number;
  productId: string;
  variantId: string;
  sku: string;
  title: string;
  variantTitle: string;
  quantity: number;
  unitPrice: number;
  lineTotal: number;
  tax: number;
  weightGrams: number;
};

export type StatusReached = { orderId: string; status: OrderStatus; at: Date };
