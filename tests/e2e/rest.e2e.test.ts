import { randomUUID } from 'node:crypto';
import { expect, inject, test, vi } from 'vitest';
import { PASSWORD } from './client.ts';
import { type RestAnswer, rest } from './rest-client.ts';
import { ADDRESS } from './shopping.ts';

type Variant = { id: string; sku: string; availability: { quantity: number } };

/** Fails with the whole problem, not only with its status. */
function good(answer: RestAnswer, status = 200) {
  expect([answer.status, answer.body]).toEqual([status, answer.body]);
  return answer.body;
}

async function inStock(units: number): Promise<Variant> {
  const { nodes } = good(await rest('GET', 'products?inStock=true&sort=PRICE_ASC&first=20'));
  for (const { id } of nodes) {
    const { variants } = good(await rest('GET', `products/${id}`));
    const found = variants.find((each: Variant) => each.availability.quantity >= units);
    if (found !== undefined) return found;
  }
  throw new Error('nothing is in stock');
}

async function signUp(): Promise<string> {
  const body = {
    email: `rest-${randomUUID()}@souk.example`,
    password: PASSWORD,
    name: 'A stranger',
  };
  return good(await rest('POST', 'customers', { body }), 201).accessToken;
}

test('the catalogue is listed, searched, paged and read', async () => {
  const page = await rest('GET', 'products?first=2&sort=TITLE');
  expect(good(page).nodes).toHaveLength(2);
  expect(page.headers.get('cache-control')).toBe('public, max-age=30');
  const next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
  const second = await rest('GET', next);
  expect(good(second).nodes[0].id).not.toBe(page.body.nodes[0].id);
  expect(second.headers.get('link')).toMatch(/<\/rest\/products\?first=2&sort=TITLE>; rel="first"/);
  const found = good(await rest('GET', 'products?search=celadn&locale=KO'));
  expect(found.totalCount).toBeGreaterThan(0);

  const { slug, id } = page.body.nodes[0];
  expect(good(await rest('GET', `products/by-slug/${slug}`)).id).toBe(id);
  const roots = good(await rest('GET', 'categories'));
  const category = good(await rest('GET', `categories/${roots[0].slug}`));
  expect(category.children.length).toBe(roots[0].children.length);
  const inside = good(await rest('GET', `products?category=${roots[0].slug}`));
  expect(inside.totalCount).toBe(category.productCount);
});

test('somebody browses as a guest, signs up, and buys, wholly over REST', async () => {
  const variant = await inStock(3);
  const started = await rest('POST', 'cart', { body: { currency: 'KRW' } });
  const guest = { 'cart-token': good(started, 201).token };
  const body = { variantId: variant.id, quantity: 3 };
  const filled = good(await rest('POST', 'cart/lines', { headers: guest, body }));
  const [line] = filled.lines;
  expect([line.quantity, line.sku, line.problems]).toEqual([3, variant.sku, []]);
  const changed = await rest('PATCH', `cart/lines/${line.id}`, {
    headers: guest,
    body: { quantity: 1 },
  });
  expect(good(changed).totalQuantity).toBe(1);
  const ways = good(await rest('GET', 'cart/shipping-options?country=KR', { headers: guest }));
  expect(ways.map(({ method }: { method: string }) => method)).toContain('STANDARD');

  const token = await signUp();
  good(await rest('POST', 'cart/merge', { token, body: { cartToken: guest['cart-token'] } }));
  const quote = good(await rest('GET', 'cart/quote?country=KR&couponCode=WELCOME10', { token }));
  expect(quote.discount.amount).toBeGreaterThan(0);

  const key = randomUUID();
  const purchase = {
    shippingAddress: ADDRESS,
    paymentMethod: 'pm_card_visa',
    couponCode: 'WELCOME10',
    expectedTotal: quote.total.amount,
  };
  const buy = () =>
    rest('POST', 'checkout', {
      token,
      body: purchase,
      headers: { 'idempotency-key': key },
    });
  const bought = await buy();
  const order = good(bought, 201);
  expect(order.total).toEqual(quote.total);
  expect(bought.headers.get('location')).toBe(`/rest/orders/${order.id}`);
  expect((await buy()).body.number).toBe(order.number);
  const other = await rest('POST', 'checkout', {
    token,
    body: { ...purchase, paymentMethod: 'pm_card_mastercard' },
    headers: { 'idempotency-key': `"${key}"` },
  });
  expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);

  await vi.waitFor(
    async () => {
      const read = await rest('GET', `orders/${order.id}`, { token });
      expect(good(read)).toMatchObject({ status: 'CONFIRMED', number: order.number });
      expect(read.headers.get('cache-control')).toBe('private, no-cache');
    },
    { timeout: 10_000, interval: 200 },
  );
  expect(good(await rest('GET', 'orders', { token })).nodes[0].id).toBe(order.id);
  expect(good(await rest('GET', `orders/by-number/${order.number}`, { token })).id).toBe(order.id);
  const cancelled = await rest('POST', `orders/${order.id}/cancellation`, {
    token,
    body: { reason: 'Changed my mind.' },
    headers: { 'idempotency-key': randomUUID() },
  });
  expect(good(cancelled).status).toMatch(/^CANCELL/);
});

test('what stands between somebody and an order is a problem that a program can tell apart', async () => {
  const token = await signUp();
  const variant = await inStock(1);
  const checkout = (change: object, headers = { 'idempotency-key': randomUUID() }) =>
    rest('POST', 'checkout', {
      token,
      headers,
      body: { shippingAddress: ADDRESS, paymentMethod: 'pm_card_visa', ...change },
    });
  expect((await checkout({})).body).toMatchObject({ status: 409, code: 'CartIsEmpty' });
  const body = { variantId: variant.id };
  good(await rest('POST', 'cart/lines', { token, body }));
  const declined = await checkout({ paymentMethod: 'pm_card_chargeDeclined' });
  expect(declined.body).toMatchObject({
    status: 402,
    code: 'PaymentDeclined',
    declineCode: expect.any(String),
  });
  expect(declined.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const dear = await checkout({ expectedTotal: 1 });
  expect([dear.status, dear.body.code]).toEqual([409, 'PricesChanged']);
  const coupon = await checkout({ couponCode: 'NONE-SUCH' });
  expect(coupon.body).toMatchObject({ status: 422, code: 'CouponRefused', refusal: 'UNKNOWN' });
  const keyless = await checkout({}, {} as never);
  expect(keyless.body).toMatchObject({
    status: 400,
    errors: [{ in: 'header', name: 'Idempotency-Key', detail: 'Missing.' }],
  });
  const wrong = await checkout({ shippingAddress: { ...ADDRESS, city: 7 }, paymentMethod: null });
  expect(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/shippingAddress/city',
    '/paymentMethod',
  ]);
  const action = await checkout({ paymentMethod: 'pm_card_threeDSecure2Required' });
  expect([action.status, action.body.__typename]).toEqual([202, 'PaymentActionRequired']);
});

test('carts, addresses and returns are kept over REST, too', async () => {
  const token = await signUp();
  const { id: variantId } = await inStock(2);
  good(await rest('POST', 'cart', { token, body: {} }), 201);
  const { lines } = good(
    await rest('POST', 'cart/lines', { token, body: { variantId, quantity: 2 } }),
  );
  const euros = good(await rest('PUT', 'cart/currency', { token, body: { currency: 'EUR' } }));
  expect(euros.currency).toBe('EUR');
  good(await rest('POST', 'cart/accepted-prices', { token }));
  const less = good(await rest('DELETE', `cart/lines/${lines[0].id}`, { token }));
  expect(less.lines).toEqual([]);
  const quote = await rest('GET', 'cart/quote?country=KR', { token });
  expect(quote.status).toBe(404);
  expect(good(await rest('DELETE', 'cart/lines', { token })).totalQuantity).toBe(0);

  const address = { ...ADDRESS, label: 'Home' };
  const added = good(await rest('POST', 'addresses', { token, body: address }), 201);
  const moved = { ...address, label: 'Work' };
  const changed = await rest('PUT', `addresses/${added.id}`, { token, body: moved });
  expect(good(changed).label).toBe('Work');
  expect(good(await rest('GET', 'addresses', { token }))).toEqual([changed.body]);

  good(await rest('POST', 'cart/lines', { token, body: { variantId } }));
  const keyed = () => ({ 'idempotency-key': randomUUID() });
  const body = { shippingAddress: ADDRESS, paymentMethod: 'pm_card_visa' };
  const order = good(await rest('POST', 'checkout', { token, body, headers: keyed() }), 201);
  const early = await rest('POST', `orders/${order.id}/returns`, {
    ...{ token, headers: keyed() },
    body: { reason: 'Too small.', items: [{ lineNumber: 1, quantity: 1 }] },
  });
  expect(early.body).toMatchObject({ status: 409, refusal: 'NOT_RETURNABLE' });
});

test('what is under /auth is answered by accounts itself', async () => {
  const answer = await fetch(`${inject('stack').router}/auth/sign-in`, { method: 'POST' });
  expect([answer.status, answer.headers.get('content-security-policy')]).toEqual([404, null]);
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
});

test('nobody reads what is not hers', async () => {
  const guest = await rest('GET', 'orders');
  expect([guest.status, guest.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  const forged = await rest('GET', 'orders', { token: 'e30.e30.e30' });
  expect([forged.status, forged.body.code]).toEqual([401, 'UNAUTHENTICATED']);
  const token = await signUp();
  const order = await rest('GET', 'orders/019728c9-c000-778f-9e96-70958e133d71', { token });
  expect([order.status, order.body.code]).toEqual([404, 'NOT_FOUND']);
  const email = 'mina@souk.example';
  const session = await rest('POST', 'sessions', { body: { email, password: 'not her password' } });
  expect([session.status, session.body.code]).toEqual([401, 'UNAUTHENTICATED']);
});
