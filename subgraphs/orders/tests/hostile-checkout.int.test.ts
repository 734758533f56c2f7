import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  COUNTS,
  CURSORS,
  entity,
  INSTANTS,
  references,
  TEXTS,
  unclear,
} from '../../../tests/hostile.ts';
import { ADDRESS } from './checkout-stage.ts';
import { openStage, type Person, type Stage } from './stage.ts';

let stage: Stage;
let ada: Person;
beforeAll(async () => {
  stage = await openStage({ PLACE_WAIT_MS: '0' });
  ada = await stage.person(['admin']);
  await stage.add({ variantId: stage.catalogue.put().variantId }, ada.token);
});
afterAll(() => stage?.close());

/** A mutation with one field of its input left open, and all others as they should be. */
function open(mutation: string, type: string, field: string, good: object): string {
  const fields = Object.entries({ idempotencyKey: `hostile-${newId()}`, ...good, [field]: null });
  const input = fields.map(([name, value]) => {
    if (name === field) return `${name}: $value`;
    return `${name}: ${JSON.stringify(value).replace(/"(\w+)":/g, '$1:')}`;
  });
  return `mutation ($value: ${type}) { ${mutation}(input: { ${input.join(', ')} }) { __typename } }`;
}

const place = (field: string, type = 'String!') =>
  open('placeOrder', type, field, { shippingAddress: ADDRESS, paymentMethod: 'pm_card_visa' });
const address = (field: keyof typeof ADDRESS | 'line2', type = 'String!') => {
  const { [field]: _, ...rest } = { line2: '', ...ADDRESS };
  const known = Object.entries(rest).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `mutation ($value: ${type}) { placeOrder(input: { paymentMethod: "pm_card_visa",
    idempotencyKey: "hostile-${newId()}",
    shippingAddress: { ${known.join(', ')}, ${field}: $value } }) { __typename } }`;
};
const someone = newId();
const cancel = { orderId: someone, reason: 'Changed my mind' };
const wish = { orderId: someone, items: [{ lineNumber: 1, quantity: 1 }], reason: 'It leaks' };
const coupon = { code: 'HOSTILE-1', percent: 10 };
const step = { returnId: someone };

test.each<[string, string, readonly unknown[]]>([
  ['payment method', place('paymentMethod'), TEXTS],
  ['coupon to use', place('couponCode', 'String'), TEXTS],
  ['total', place('expectedTotal', 'Int'), COUNTS],
  ['key', place('idempotencyKey'), TEXTS],
  ['recipient', address('recipient'), TEXTS],
  ['country', address('country', 'CountryCode!'), TEXTS],
  ['postal code', address('postalCode'), TEXTS],
  ['second line', address('line2', 'String'), TEXTS],
  ['order to cancel', open('cancelOrder', 'ID!', 'orderId', cancel), TEXTS],
  ['reason to cancel', open('cancelOrder', 'String!', 'reason', cancel), TEXTS],
  ['order to return', open('requestReturn', 'ID!', 'orderId', wish), TEXTS],
  ['reason to return', open('requestReturn', 'String!', 'reason', wish), TEXTS],
  ['return to approve', open('approveReturn', 'ID!', 'returnId', step), TEXTS],
  ['return to send', open('markReturnSent', 'ID!', 'returnId', step), TEXTS],
  ['reason to refuse', open('rejectReturn', 'String!', 'reason', step), TEXTS],
  [
    'lines to sell',
    open('receiveReturn', '[Int!]!', 'resellable', step),
    [[], [0], [-1], [2 ** 31 - 1]],
  ],
  ['code of a coupon', open('createCoupon', 'String!', 'code', coupon), TEXTS],
  ['percentage', open('createCoupon', 'Int', 'percent', coupon), COUNTS],
  ['limit', open('createCoupon', 'Int', 'usageLimit', coupon), COUNTS],
  ['start', open('createCoupon', 'DateTime', 'startsAt', coupon), INSTANTS],
  ['end', open('createCoupon', 'DateTime', 'endsAt', coupon), INSTANTS],
  ['return', 'query ($value: ID!) { return(id: $value) { id } }', TEXTS],
  ['after a return', 'query ($value: String) { returns(after: $value) { nodes { id } } }', CURSORS],
  [
    'after a coupon',
    'query ($value: String) { coupons(after: $value) { nodes { code } } }',
    CURSORS,
  ],
  ['how many coupons', 'query ($value: Int) { coupons(first: $value) { nodes { code } } }', COUNTS],
  ['letter', 'query ($value: ID!) { ordersDeadLetter(id: $value) { id } }', TEXTS],
  [
    'after a letter',
    'query ($value: String) { ordersDeadLetters(after: $value) { nodes { id } } }',
    CURSORS,
  ],
  ['letter to redrive', 'mutation ($value: ID!) { redriveOrdersDeadLetter(id: $value) }', TEXTS],
  [
    'country of a quote',
    'query ($value: CountryCode!) { cart { checkoutQuote(country: $value) { __typename } } }',
    TEXTS,
  ],
  [
    'coupon of a quote',
    'query ($value: String) { cart { checkoutQuote(country: "KR", couponCode: $value) { __typename } } }',
    TEXTS,
  ],
  ['entity Return', entity(), references('Return')],
])('hostile input to a checkout gets a clear answer: %s', async (_, source, values) => {
  const codes = await stage.codes(source, { value: values[0] }, ada.token);
  expect(codes.filter((code) => code.startsWith('GRAPHQL_'))).toEqual([]);
  expect(await unclear(stage, source, values, ada.token)).toEqual([]);
});
