import { newId } from '@souk/platform/ids';

let sold = 0;

const line = (number: number) => ({
  number,
  productId: newId(),
  variantId: newId(),
  sku: `SKU-${number}`,
  title: 'Ink mug',
  variantTitle: 'Blue',
  quantity: 2,
  unitPrice: 11_000,
  tax: 2_000,
  weightGrams: 300,
});

const BOUGHT = ['PENDING', 'STOCK_RESERVED', 'PAYMENT_AUTHORIZED', 'CONFIRMED'];
const WAYS: Record<string, string[]> = {
  CONFIRMED: BOUGHT,
  SHIPPED: [...BOUGHT, 'SHIPPED'],
  DELIVERED: [...BOUGHT, 'SHIPPED', 'DELIVERED'],
  CANCELLED: [...BOUGHT, 'CANCELLING', 'CANCELLED'],
  REJECTED: ['PENDING', 'STOCK_RESERVED', 'REJECTED'],
  EXPIRED: ['PENDING', 'STOCK_RESERVED', 'EXPIRED'],
};

/** How an order came to a status, everything at one instant. */
const historyTo = (status: string, at: string) =>
  (WAYS[status] ?? ['PENDING']).map((reached) => ({ status: reached, at }));

/** An order as the seed has them; two lines of two mugs unless told otherwise. */
export function orderRecord(customerId: string, change: Record<string, unknown> = {}) {
  sold += 1;
  const lines = [line(1), line(2)];
  const placedAt = new Date(Date.UTC(2026, 4, 1) + sold * 60_000).toISOString();
  return {
    kind: 'order',
    id: newId(),
    number: `SK-2026-${String(sold).padStart(6, '0')}`,
    customerId,
    status: 'DELIVERED',
    currency: 'KRW',
    placedAt,
    shippingAddress: {
      recipient: 'Mina Kim',
      phone: '+82 10 1234 5678',
      country: 'KR',
      postalCode: '04524',
      region: 'Seoul',
      city: 'Jung-gu',
      line1: '110 Sejong-daero',
      line2: null,
    },
    lines,
    subtotal: 44_000,
    shipping: 3_000,
    discount: 1_000,
    tax: 4_181,
    total: 46_000,
    history: historyTo(String(change.status ?? 'DELIVERED'), placedAt),
    ...change,
  };
}

export type OrderRecord = ReturnType<typeof orderRecord>;

export function cartRecord(customerId: string, change: Record<string, unknown> = {}) {
  const { number: _, tax: __, ...rest } = line(1);
  const createdAt = '2026-06-01T00:00:00.000Z';
  return {
    kind: 'cart',
    id: newId(),
    customerId,
    currency: 'KRW',
    createdAt,
    lines: [{ id: newId(), addedAt: createdAt, ...rest }],
    ...change,
  };
}
