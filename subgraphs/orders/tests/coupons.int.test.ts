import { money } from '@souk/contracts/money';
import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { couponVerbs } from '../src/app/coupons.ts';
import { couponStore } from '../src/store/coupon-store.ts';
import { freeCoupon, quoteCoupon, useCoupon } from '../src/store/coupons.ts';
import { type BackOffice, NOW, openBackOffice, viewerWith } from './back-office.ts';

const merchandiser = viewerWith(newId(), 'prices:write');

let office: BackOffice;
let coupons: ReturnType<typeof couponVerbs>;
beforeAll(async () => {
  office = await openBackOffice([]);
  coupons = couponVerbs(couponStore(office.db), () => NOW);
});
afterAll(() => office?.close());

let made = 0;
/** A tenth off, unless told otherwise. */
async function coupon(over: object = {}): Promise<string> {
  made += 1;
  const input = { code: `tenth-${made}`, percent: 10, idempotencyKey: newId(), ...over };
  const outcome = await coupons.create(merchandiser, input);
  expect(outcome.kind).toBe('COUPON');
  return outcome.code;
}

const claim = (code: string, customerId = newId()) => ({
  ...{ code, customerId, subtotal: money(40_000, 'KRW'), at: NOW },
});
const use = (code: string, orderId = newId(), customerId = newId()) =>
  office.db.transaction((tx) => useCoupon(tx, orderId, claim(code, customerId)));
const free = (orderId: string) => office.db.transaction((tx) => freeCoupon(tx, orderId));
const used = async (code: string) => (await coupons.byCode(merchandiser, code))?.used;

test('a coupon is used as often as it may be, however many orders claim it at once', async () => {
  const code = await coupon({ usageLimit: 3 });
  const answers = await Promise.all(Array.from({ length: 10 }, () => use(code)));
  expect(answers.filter((answer) => 'discount' in answer)).toEqual(
    Array(3).fill({ code, discount: 4_000 }),
  );
  expect(answers.filter((answer) => 'problem' in answer)).toEqual(
    Array(7).fill({ problem: 'USED_UP' }),
  );
  expect(await used(code)).toBe(3);
});

test('one customer uses it no more often than anyone may', async () => {
  const code = await coupon({ customerLimit: 1 });
  const customerId = newId();
  const answers = await Promise.all([1, 2, 3].map(() => use(code, newId(), customerId)));
  expect(answers.filter((answer) => 'discount' in answer)).toHaveLength(1);
  expect(answers).toContainEqual({ problem: 'USED_BY_CUSTOMER' });
  expect(await use(code)).toEqual({ code, discount: 4_000 });
});

test('an order that failed gives its coupon back, once', async () => {
  const code = await coupon({ usageLimit: 1 });
  const [first, second] = [newId(), newId()];
  await use(code, first);
  expect(await use(code, second)).toEqual({ problem: 'USED_UP' });
  await Promise.all([free(first), free(first)]);
  expect(await used(code)).toBe(0);
  expect(await use(code, second)).toMatchObject({ code });
});

test('an order that asks again is counted once', async () => {
  const code = await coupon({ usageLimit: 1 });
  const order = newId();
  expect(await use(code, order)).toEqual(await use(code, order));
  expect(await used(code)).toBe(1);
});

test('a transaction that is undone used nothing', async () => {
  const code = await coupon();
  const undone = office.db.transaction(async (tx) => {
    await useCoupon(tx, newId(), claim(code));
    throw new Error('no');
  });
  await expect(undone).rejects.toThrow('no');
  expect(await used(code)).toBe(0);
});

test.each([
  ['another code', 'UNKNOWN', {}, 'NO-SUCH-CODE'],
  ['a coupon whose time comes', 'NOT_YET_VALID', { startsAt: '2026-06-01T00:00:00Z' }],
  [
    'a coupon whose time is over',
    'NO_LONGER_VALID',
    { startsAt: '2026-04-01T00:00:00Z', endsAt: '2026-05-01T00:00:00Z' },
  ],
  ['goods that cost too little', 'BELOW_MINIMUM', { minimum: money(40_001, 'KRW') }],
  ['another currency', 'OTHER_CURRENCY', { percent: null, amount: money(500, 'EUR') }],
])('%s is refused, for a quote too: %s', async (_, problem, over, other?: string) => {
  const code = await coupon(over);
  expect(await use(other ?? code)).toEqual({ problem });
  expect(await quoteCoupon(office.db, claim(other ?? code))).toEqual({ problem });
});

test('a quote finds a code however it is typed, and uses nothing', async () => {
  const code = await coupon({ percent: null, amount: money(50_000, 'KRW') });
  expect(await quoteCoupon(office.db, claim(` ${code.toLowerCase()} `))).toEqual({
    ...{ code, discount: 40_000 },
  });
  expect(await used(code)).toBe(0);
});

test('a code is given once; the same request again is the same coupon', async () => {
  const input = { code: 'ONCE-ONLY', percent: 5, idempotencyKey: newId() };
  expect(await coupons.create(merchandiser, input)).toEqual(
    await coupons.create(merchandiser, input),
  );
  const other = { ...input, percent: 6, idempotencyKey: newId() };
  expect(await coupons.create(merchandiser, other)).toEqual({
    ...{ kind: 'CODE_TAKEN', code: 'ONCE-ONLY' },
  });
  await expect(
    coupons.create(merchandiser, { ...other, ...input, percent: 6 }),
  ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
});

test.each([
  ['neither percentage nor amount', { percent: null }, 'percent'],
  ['both', { amount: money(5, 'KRW') }, 'percent'],
  ['101 percent', { percent: 101 }, 'percent'],
  ['a code with a space', { code: 'TEN OFF' }, 'code'],
  ['no use at all', { usageLimit: 0 }, 'usageLimit'],
  [
    'a minimum in another currency',
    { percent: null, amount: money(5, 'KRW'), minimum: money(5, 'EUR') },
    'minimum',
  ],
  ['an end before its start', { endsAt: '2026-01-01T00:00:00Z' }, 'endsAt'],
])('a coupon with %s is refused', async (_, over, field) => {
  const input = { code: 'WRONG', percent: 10, idempotencyKey: newId(), ...over };
  await expect(coupons.create(merchandiser, input)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringMatching(`^${field}`),
  });
});

test('coupons are for those who set prices, newest first and page by page', async () => {
  await expect(coupons.list(viewerWith(newId()), { first: 1, before: null })).rejects.toMatchObject(
    {
      code: 'FORBIDDEN',
    },
  );
  const all = await coupons.list(merchandiser, { first: 100, before: null });
  const seen: string[] = [];
  let before: { createdAt: string; code: string } | null = null;
  do {
    const page = await coupons.list(merchandiser, { first: 4, before });
    seen.push(...page.slice(0, 4).map(({ code }) => code));
    const last = page.length > 4 ? page[3] : undefined;
    before = last ? { createdAt: last.createdAt.toISOString(), code: last.code } : null;
  } while (before !== null);
  expect(seen).toEqual(all.map(({ code }) => code));
  expect(new Set(seen).size).toBe(seen.length);
});
