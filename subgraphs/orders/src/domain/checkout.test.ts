import fc from 'fast-check';
import { expect, test } from 'vitest';
import { captured, checkoutWorld, refunded, type Scenario } from '../../tests/checkout-world.ts';
import { placementOf } from '../../tests/placement.ts';

const TOTAL = placementOf().total;
const UNITS = 3;

const scenario: fc.Arbitrary<Scenario> = fc.record({
  card: fc.constantFrom(
    ...(['OK', 'OK', 'OK', 'PROVES', 'PROVES', 'DECLINES', 'NEVER_PROVES'] as const),
    ...(['SILENT', 'LATE_HOLD', 'LATE_CAPTURE'] as const),
  ),
  parcels: fc.constantFrom(1, 2, 3),
  dispatches: fc.constantFrom(true, true, true, false),
  priceChanges: fc.constantFrom(false, false, false, false, true),
});
const happening = fc.record({
  who: fc.nat({ max: 3 }),
  what: fc.constantFrom(
    ...(['move', 'move', 'move', 'move', 'move', 'move'] as const),
    ...(['again', 'again', 'cancel', 'deadline', 'tick'] as const),
  ),
  pick: fc.nat({ max: 50 }),
});

type World = ReturnType<typeof checkoutWorld>;

/** Cheaper than expect, since it is asked after every step of every run. */
function hold(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** What holds at every moment. */
function invariants(world: World, stock: number): void {
  const taken = world.shoppers.filter(({ reservation }) =>
    ['HELD', 'COMMITTED'].includes(reservation.status),
  );
  hold(world.available() + taken.length * UNITS === stock, 'stock is conserved');
  hold(world.available() >= 0, 'no more is sold than there is');
  for (const shopper of world.shoppers) {
    hold(captured(shopper) <= TOTAL, 'no more is taken than was agreed');
    hold(refunded(shopper) <= captured(shopper), 'no more is given back than was taken');
    hold(shopper.state.order.version === shopper.versions, 'a version is a count of events');
  }
}

/** How every checkout must have ended: in exactly one of the ways, with nothing left over. */
function endings(world: World): void {
  for (const shopper of world.shoppers) {
    const { order, checkout } = shopper.state;
    expect(checkout.step).toBe('ENDED');
    if (checkout.outcome === 'SHIPPED') {
      expect(['SHIPPED', 'DELIVERED']).toContain(order.status);
      expect(captured(shopper)).toBe(TOTAL);
      expect(refunded(shopper)).toBe(0);
      expect(shopper.money.captures.size).toBe(shopper.parcels);
      expect(shopper.parcel.sent).toBe(shopper.parcels);
      expect(shopper.reservation.status).toBe('COMMITTED');
    } else {
      expect(order.status).toBe(checkout.outcome);
      expect(shopper.money.held).toBe(0);
      expect(captured(shopper)).toBe(refunded(shopper));
      expect(shopper.parcel.sent).toBe(0);
      expect(['NONE', 'RELEASED', 'EXPIRED']).toContain(shopper.reservation.status);
    }
  }
}

test('every interleaving ends shipped, or refunded and released, or rejected', () => {
  const endedAs = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.array(scenario, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 10 }),
      fc.array(happening, { maxLength: 120, size: 'max' }),
      (scenarios, stock, happenings) => {
        const world = checkoutWorld(stock, scenarios);
        for (const shopper of world.shoppers) world.place(shopper);
        for (const { who, what, pick } of happenings) {
          const shopper = world.shoppers[who % world.shoppers.length];
          if (shopper === undefined) continue;
          if (what === 'move') world.move(shopper, pick);
          if (what === 'again') world.again(shopper, pick);
          if (what === 'cancel' && pick < 10) world.cancel(shopper);
          if (what === 'deadline' && pick < 12) world.reachDeadline(shopper);
          if (what === 'tick') world.tick(pick % 12);
          invariants(world, stock);
        }
        world.settle(() => invariants(world, stock));
        endings(world);
        // What comes again after the end changes nothing that counts.
        for (const shopper of world.shoppers) {
          for (const index of shopper.seen.keys()) world.again(shopper, index);
        }
        world.settle(() => invariants(world, stock));
        endings(world);
        for (const { state } of world.shoppers) {
          const outcome = `${state.checkout.outcome}`;
          endedAs.set(outcome, (endedAs.get(outcome) ?? 0) + 1);
        }
      },
    ),
    { numRuns: Number(process.env.SOUK_PROPERTY_RUNS ?? 500) },
  );
  // The property says nothing about an ending that it never saw.
  expect([...endedAs.keys()].sort()).toEqual(['CANCELLED', 'EXPIRED', 'REJECTED', 'SHIPPED']);
}, 30_000);
