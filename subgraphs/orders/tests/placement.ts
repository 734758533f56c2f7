import type { Placement } from '../src/domain/order-events.ts';

export const placementOf = (over: Partial<Placement> = {}): Placement => ({
  orderId: 'order-1',
  number: 'SK-2026-000001',
  customerId: 'customer-1',
  currency: 'KRW',
  lines: [
    {
      ...{ number: 1, productId: 'product-1', variantId: 'variant-1', sku: 'MUG' },
      ...{ title: 'Mug', variantTitle: 'Ink', quantity: 3, unitPrice: 3_334 },
      ...{ payable: 10_000, tax: 909, weightGrams: 350 },
    },
  ],
  ...{ subtotal: 10_002, discount: 2, shipping: 2_500, tax: 1_136, total: 12_500 },
  couponCode: null,
  shippingAddress: {
    ...{ recipient: 'Mina', phone: '1', country: 'KR', postalCode: '04524', region: 'Seoul' },
    ...{ city: 'Jung-gu', line1: 'Sejong-daero 110', line2: null },
  },
  shippingMethod: 'STANDARD',
  paymentMethod: 'pm_card_visa',
  reservationId: 'reservation-1',
  ...over,
});
