import { expect, test } from 'vitest';
import { orderRecord } from '../../tests/records.ts';
import { evolveOrder, noOrder } from '../domain/order-state.ts';
import { seededEvents } from './seed-order.ts';
import { type OrderSeed, SeedRecord } from './seed-records.ts';

const customerId = '01890000-0000-7000-8000-000000000001';
const [first, second] = [
  '01890000-0000-7000-8000-00000000000a',
  '01890000-0000-7000-8000-00000000000b',
];
const BOUGHT = ['PENDING', 'STOCK_RESERVED', 'PAYMENT_AUTHORIZED', 'CONFIRMED'];

const at = (minute: number) => new Date(Date.UTC(2026, 4, 1, 12, minute)).toISOString();
/** A history with a minute between its entries. */
const through = (...statuses: string[]) =>
  statuses.map((status, minute) => ({ status, at: at(minute) }));

const seed = (change: Record<string, unknown>): OrderSeed =>
  SeedRecord.parse(orderRecord(customerId, change)) as OrderSeed;

test.each(['CONFIRMED', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'REJECTED', 'EXPIRED'])(
  'a record of an order that is %s becomes the events that lead there',
  (status) => {
    const events = seededEvents(seed({ status }));
    expect(events?.reduce(evolveOrder, noOrder).status).toBe(status);
  },
);

test('parcels leave and arrive as the record says, those of two at their own times', () => {
  const record = seed({
    status: 'DELIVERED',
    history: through(...BOUGHT, 'PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED'),
    shipments: [
      {
        ...{ shipmentId: second, items: [{ number: 2, quantity: 2 }] },
        ...{ takenAt: at(5), deliveredAt: at(5) },
      },
      {
        ...{ shipmentId: first, items: [{ number: 1, quantity: 2 }] },
        ...{ takenAt: at(4), deliveredAt: at(6) },
      },
    ],
  });
  const events = seededEvents(record) ?? [];
  expect(events.slice(BOUGHT.length)).toMatchObject([
    { type: 'OrderItemsShipped', data: { shipmentId: first, at: at(4) } },
    { type: 'OrderItemsShipped', data: { shipmentId: second, at: at(5) } },
    { type: 'OrderShipmentDelivered', data: { shipmentId: second, at: at(5) } },
    { type: 'OrderShipmentDelivered', data: { shipmentId: first, at: at(6) } },
  ]);
});

test('the same record is the same events every time, and bears its discount line by line', () => {
  const record = seed({});
  const events = seededEvents(record);
  expect(seededEvents(record)).toEqual(events);
  expect(events?.[0]).toMatchObject({
    type: 'OrderPlaced',
    data: { discount: 1_000, lines: [{ payable: 21_500 }, { payable: 21_500 }] },
  });
});

test.each([
  ['was confirmed before it was placed', { status: 'CONFIRMED', history: through('CONFIRMED') }],
  [
    'left out its payment',
    { status: 'CONFIRMED', history: through('PENDING', 'STOCK_RESERVED', 'CONFIRMED') },
  ],
  ['arrived and never left', { status: 'DELIVERED', history: through(...BOUGHT, 'DELIVERED') }],
  [
    'left in a parcel at another time',
    {
      ...{ status: 'SHIPPED', history: through(...BOUGHT, 'SHIPPED') },
      shipments: [
        {
          shipmentId: first,
          items: [
            { number: 1, quantity: 2 },
            { number: 2, quantity: 2 },
          ],
          ...{ takenAt: at(9), deliveredAt: null },
        },
      ],
    },
  ],
  [
    'sent more than was ordered',
    {
      ...{ status: 'SHIPPED', history: through(...BOUGHT, 'SHIPPED') },
      shipments: [
        {
          ...{ shipmentId: first, items: [{ number: 1, quantity: 3 }] },
          ...{ takenAt: at(4), deliveredAt: null },
        },
      ],
    },
  ],
])('an order that %s cannot have happened', (_, change) => {
  expect(seededEvents(seed(change))).toBeNull();
});
