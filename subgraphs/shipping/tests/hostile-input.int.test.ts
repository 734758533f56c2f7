import { afterAll, beforeAll, expect, test } from 'vitest';
import { COUNTS, CURSORS, entity, references, TEXTS, unclear } from '../../../tests/hostile.ts';
import { rates, shipmentRecord, zones } from './records.ts';
import { openStage, type Stage } from './stage.ts';

const shipment = shipmentRecord();
const pending = shipmentRecord({
  status: 'PENDING',
  trackingNumber: null,
  events: [],
});
let stage: Stage;
beforeAll(async () => {
  stage = await openStage([...zones, ...rates, shipment, pending]);
});
afterAll(() => stage?.close());

/** An event that the shipment can come to, but for `$value` in one of its fields. */
const track = (field: string, type: string, of = shipment) => {
  const event = {
    shipmentId: `"${of.id}"`,
    status: of === pending ? 'LABEL_CREATED' : 'IN_TRANSIT',
    location: '"Mapo"',
    [field]: '$value',
  };
  const told = { en: '"Scanned"', [field]: '$value' };
  const fields = Object.entries(event).filter(([name]) => name !== 'en' && name !== 'ko');
  const input = fields.map(([name, value]) => `${name}: ${value}`).join(' ');
  const description = `{ en: ${told.en} ko: ${told.ko ?? 'null'} }`;
  return `mutation ($value: ${type}) {
    addTrackingEvent(input: { ${input} description: ${description} }) { id } }`;
};

/** A warehouse's verb, with `$value` for one of the things that it is told. */
const warehouse = (verb: string, field: string, type: string) => {
  const told: Record<string, string> = {
    shipmentId: `"${pending.id}"`,
    idempotencyKey: '"hostile-key"',
    ...(verb === 'packShipment' && { trackingNumber: '"JE-hostile"' }),
    [field]: '$value',
  };
  const { orderLineNumber = '1', quantity = '1', ...rest } = told;
  const items = `items: [{ orderLineNumber: ${orderLineNumber} quantity: ${quantity} }]`;
  const input = Object.entries(rest).map(([name, value]) => `${name}: ${value}`);
  return `mutation ($value: ${type}) { ${verb}(input: { ${input.join(' ')}
    ${verb === 'packShipment' ? items : ''} }) { __typename } }`;
};

test.each<[string, string, readonly unknown[]]>([
  ['shipment', 'query ($value: ID!) { shipment(id: $value) { id } }', TEXTS],
  [
    'trackShipment',
    'query ($value: String!) { trackShipment(trackingNumber: $value) { status } }',
    TEXTS,
  ],
  [
    'trackShipment carrier',
    'query ($value: String) { trackShipment(trackingNumber: "JE1", carrier: $value) { status } }',
    TEXTS,
  ],
  [
    'shippingRates country',
    'query ($value: CountryCode!) { shippingRates(country: $value, weightGrams: 1, currency: KRW) { id } }',
    TEXTS,
  ],
  [
    'shippingRates weight',
    'query ($value: Int!) { shippingRates(country: "KR", weightGrams: $value, currency: KRW) { id } }',
    COUNTS,
  ],
  [
    'shipments carrier',
    'query ($value: String) { shipments(filter: { carrier: $value }) { nodes { id } } }',
    TEXTS,
  ],
  [
    'shipments status',
    'query ($value: [ShipmentStatus!]) { shipments(filter: { status: $value }) { nodes { id } } }',
    TEXTS,
  ],
  ['shipments first', 'query ($value: Int) { shipments(first: $value) { nodes { id } } }', COUNTS],
  [
    'shipments after',
    'query ($value: String) { shipments(after: $value) { nodes { id } } }',
    CURSORS,
  ],
  ['an event of', track('shipmentId', 'ID!'), TEXTS],
  ['an event at', track('location', 'String'), TEXTS],
  ['an event numbered', track('trackingNumber', 'String', pending), TEXTS],
  ['an event in English', track('en', 'String!'), TEXTS],
  ['an event in Korean', track('ko', 'String'), TEXTS],
  ['an event after version', track('expectedVersion', 'Int'), COUNTS],
  ['packing of', warehouse('packShipment', 'shipmentId', 'ID!'), TEXTS],
  ['packing by', warehouse('packShipment', 'idempotencyKey', 'String!'), TEXTS],
  ['packing numbered', warehouse('packShipment', 'trackingNumber', 'String'), TEXTS],
  ['packing units', warehouse('packShipment', 'quantity', 'Int!'), COUNTS],
  ['packing a line', warehouse('packShipment', 'orderLineNumber', 'Int!'), COUNTS],
  ['dispatching', warehouse('dispatchShipment', 'shipmentId', 'ID!'), TEXTS],
  ['a dead letter', 'query ($value: ID!) { shippingDeadLetter(id: $value) { id } }', TEXTS],
  [
    'dead letters after',
    'query ($value: String) { shippingDeadLetters(after: $value) { nodes { id } } }',
    CURSORS,
  ],
  ['the entity Shipment', entity(), references('Shipment')],
  ['the entity Order', entity('... on Order { shipments { id } }'), references('Order')],
  [
    'the entity OrderLine',
    entity('... on OrderLine { shippedQuantity }'),
    references('OrderLine', 'orderId', { number: 1 }),
  ],
])('hostile input gets a clear answer: %s', async (_, source, values) => {
  const { admin } = stage.tokens;
  expect(await unclear(stage, source, values, admin)).toEqual([]);
});

test('an event that is not hostile is recorded', async () => {
  const source = track('location', 'String');
  const { errors } = await stage.query(source, { value: 'Mapo' }, stage.tokens.warehouse);
  expect(errors).toBeUndefined();
});
