import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attempt, commandFor, type Step, steps } from '../../tests/stories.ts';
import {
  anythingDispatched,
  everythingSettled,
  type Fulfilment,
  hasEnded,
  isOpen,
  unitsOf,
} from './fulfilment.ts';
import { evolveFulfilment, type FulfilmentEvent, isTracked } from './fulfilment-events.ts';

const opened = (ordered: readonly number[]): Fulfilment => ({
  orderId: 'order',
  lines: ordered.map((units, index) => ({
    ...{ number: index + 1, ordered: units, dispatched: 0, cancelled: 0, unitWeightGrams: 100 },
  })),
  parcels: [
    {
      ...{ id: 'p0', status: 'PENDING', trackingNumber: null, version: 0, carrier: 'Jebi Parcel' },
      weightGrams: 100 * ordered.reduce((sum, units) => sum + units, 0),
      items: ordered.map((quantity, index) => ({ orderLineNumber: index + 1, quantity })),
    },
  ],
});

/** Every unit is in one parcel, and counted by where that parcel is. */
function expectConserved({ lines, parcels }: Fulfilment): void {
  for (const { number, ordered, dispatched, cancelled } of lines) {
    const unitsIn = (wanted: (parcel: (typeof parcels)[number]) => boolean) =>
      parcels.filter(wanted).reduce((sum, { items }) => sum + unitsOf(items, number), 0);
    const pending = unitsIn(isOpen);
    expect(dispatched + cancelled + pending).toBe(ordered);
    expect(unitsIn(({ status }) => status === 'CANCELLED')).toBe(cancelled);
  }
  for (const { items, weightGrams, status, trackingNumber } of parcels) {
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ quantity }) => quantity > 0)).toBe(true);
    expect(weightGrams).toBeGreaterThan(0);
    if (!['PENDING', 'CANCELLED'].includes(status)) expect(trackingNumber).not.toBeNull();
  }
}

function run(ordered: readonly number[], story: readonly Step[]) {
  let state = opened(ordered);
  const told: FulfilmentEvent[] = [];
  story.forEach((step, index) => {
    const before = state;
    const command = commandFor(before, step, `p${index + 1}`);
    const events = attempt(command, before);
    state = events.reduce(evolveFulfilment, before);
    told.push(...events);
    expectConserved(state);
    if (command.type !== 'CancelUnlessDispatched' && command.type !== 'Scan') {
      expect(attempt(command, state)).toEqual([]);
    }
    if (events.some(isTracked)) expect(state).not.toEqual(before);
  });
  return { state, told };
}

const RUNS = { numRuns: Number(process.env.SOUK_PROPERTY_RUNS ?? 150) };
const orders = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });

test('whatever is done to an order, every unit is to be sent, sent or cancelled, in one parcel', () => {
  fc.assert(
    fc.property(orders, steps, (ordered, story) => {
      run(ordered, story);
    }),
    RUNS,
  );
});

test('every parcel leaves once, and one is the last at most', () => {
  fc.assert(
    fc.property(orders, steps, (ordered, story) => {
      const { state, told } = run(ordered, story);
      const left = told.filter((event) => event.type === 'ShipmentDispatched');
      expect(new Set(left.map(({ shipmentId }) => shipmentId)).size).toBe(left.length);
      const last = left.filter(({ isLast }) => isLast);
      const complete = everythingSettled(state) && anythingDispatched(state);
      expect(last.length).toBeLessThanOrEqual(1);
      if (last.length === 1) expect(complete).toBe(true);
      const arrived = told.filter((event) => event.type === 'ShipmentDelivered');
      const allEnded = arrived.filter(({ isLast }) => isLast);
      expect(allEnded.length).toBeLessThanOrEqual(1);
      if (allEnded.length === 1) expect(state.parcels.every(hasEnded)).toBe(true);
    }),
    RUNS,
  );
});

test('an order that is called off never leaves, and one that has left is never called off', () => {
  fc.assert(
    fc.property(orders, steps, (ordered, story) => {
      const { told } = run(ordered, story);
      const kinds = new Set(told.map(({ type }) => type));
      expect(kinds.has('FulfilmentCancelled') && kinds.has('ShipmentDispatched')).toBe(false);
    }),
    RUNS,
  );
});
