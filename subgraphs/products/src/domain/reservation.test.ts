import { describe, expect, test } from 'vitest';
import {
  canonical,
  ends,
  levelsOf,
  type Reservation,
  ReservationRequest,
  type ReservationStatus,
  repeated,
  type Shelf,
  type StockLine,
  sells,
  shortagesOf,
  turning,
  unitsOf,
} from './reservation.ts';

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const line = (n: number, quantity: number) => ({ variantId: id(n), quantity });
const asked = (change: object = {}) =>
  ReservationRequest.parse({
    reservationId: id(1),
    orderId: id(2),
    lines: [line(11, 2), line(10, 1)],
    ttlSeconds: 60,
    ...change,
  });
const reservation = (
  status: ReservationStatus,
  change: Partial<Reservation> = {},
): Reservation => ({
  id: id(1),
  orderId: id(2),
  status,
  request: canonical(asked()),
  lines: [],
  shortages: [],
  createdAt: new Date(0),
  expiresAt: new Date(60_000),
  ...change,
});
const shelf = (n: number, stock: number, reserved = 0, change: Partial<Shelf> = {}): Shelf => ({
  variantId: id(n),
  productId: id(900),
  productStatus: 'PUBLISHED',
  stock,
  reserved,
  ...change,
});

test('the order of lines and the case of ids do not make another request', () => {
  const lines = [line(10, 1), { variantId: id(11).toUpperCase(), quantity: 2 }];
  expect(canonical(asked({ lines }))).toBe(canonical(asked()));
});

test.each([
  ['other units', { lines: [line(11, 3), line(10, 1)] }],
  ['another order', { orderId: id(3) }],
  ['another time to live', { ttlSeconds: 61 }],
])('%s make another request', (_, change) => {
  expect(canonical(asked(change))).not.toBe(canonical(asked()));
});

test.each([
  ['no lines', { lines: [] }],
  ['a variant twice', { lines: [line(10, 1), line(10, 2)] }],
  ['no units', { lines: [line(10, 0)] }],
  ['half a unit', { lines: [line(10, 0.5)] }],
  ['no time', { ttlSeconds: 0 }],
  ['more than a day', { ttlSeconds: 86_401 }],
])('a request with %s is none', (_, change) => {
  expect(() => asked(change)).toThrow();
});

test('what orders have reserved cannot be held again; what is enough is no shortage', () => {
  const shelves = [shelf(10, 5, 4), shelf(11, 5, 3)];
  expect(shortagesOf([line(10, 2), line(11, 2)], shelves)).toEqual([
    { variantId: id(10), requested: 2, available: 1, reason: 'INSUFFICIENT_STOCK' },
  ]);
});

test.each([
  ['unknown', []],
  ['a draft', [shelf(10, 5, 0, { productStatus: 'DRAFT' })]],
  ['archived', [shelf(10, 5, 0, { productStatus: 'ARCHIVED' })]],
])('what is %s is not for sale', (_, shelves) => {
  expect(shortagesOf([line(10, 1)], shelves)).toMatchObject([
    { available: 0, reason: 'NOT_FOR_SALE' },
  ]);
});

describe('a request that is repeated', () => {
  test.each(['HELD', 'COMMITTED', 'REFUSED'] as const)('is told that it is %s', (status) => {
    const before = reservation(status);
    expect(repeated(before, asked())).toBe(before);
  });
  test.each(['RELEASED', 'EXPIRED'] as const)('cannot revive what is %s', (status) => {
    expect(() => repeated(reservation(status), asked())).toThrow(status.toLowerCase());
  });
  test('cannot change its mind', () => {
    expect(() => repeated(reservation('HELD'), asked({ ttlSeconds: 5 }))).toThrow('another');
  });
  test('comes too late when its release came first', () => {
    const mark = reservation('RELEASED', { request: null });
    expect(() => repeated(mark, asked())).toThrow('released');
  });
});

const ENDINGS = ['COMMITTED', 'RELEASED', 'EXPIRED'] as const;

test.each(ENDINGS)('what is held can be %s, and again without effect', (how) => {
  expect(ends(reservation('HELD'), how)).toBe(true);
  expect(ends(reservation(how), how)).toBe(false);
});

test.each([
  ['COMMITTED', 'RELEASED'],
  ['COMMITTED', 'EXPIRED'],
  ['RELEASED', 'COMMITTED'],
  ['EXPIRED', 'COMMITTED'],
  ['REFUSED', 'COMMITTED'],
] as const)('what is %s cannot be %s', (status, how) => {
  expect(() => ends(reservation(status), how)).toThrow(status.toLowerCase());
});

test.each(['EXPIRED', 'REFUSED'] as const)('releasing what is %s changes nothing', (status) => {
  expect(ends(reservation(status), 'RELEASED')).toBe(false);
});

test.each([
  ['HELD', true],
  ['COMMITTED', false],
  ['EXPIRED', false],
] as const)('what is %s is sold by the confirmation of its order: %s', (status, sold) => {
  expect(sells(reservation(status))).toBe(sold);
});

test.each(['RELEASED', 'REFUSED'] as const)('no order is confirmed on what is %s', (status) => {
  expect(() => sells(reservation(status))).toThrow('Nothing is held');
});

test('units of many lines are counted together', () => {
  expect(unitsOf([line(10, 1), line(11, 2), line(10, 3)])).toEqual([line(10, 4), line(11, 2)]);
});

test('levels count what is held and what is freed', () => {
  const shelves = [shelf(10, 5, 4), shelf(11, 5)];
  const after = (sign: 1 | -1) =>
    levelsOf(shelves, [line(10, 1), line(11, 2)], sign).map((level) => level.after);
  expect(after(1)).toEqual([0, 3]);
  expect(after(-1)).toEqual([2, 7]);
});

test('search is told of products of which a variant sells out or comes back, and of no other', () => {
  const shelves = [shelf(10, 5, 4), shelf(11, 5), shelf(12, 1, 1, { productId: id(901) })];
  const turned = (lines: StockLine[], sign: 1 | -1) => turning(levelsOf(shelves, lines, sign));
  expect(turned([line(10, 1), line(11, 1)], 1)).toEqual([id(900)]);
  expect(turned([line(11, 4)], 1)).toEqual([]);
  expect(turned([line(12, 1), line(10, 1)], -1)).toEqual([id(901)]);
});
