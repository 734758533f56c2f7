import { expect, test } from 'vitest';
import {
  hasLeft,
  nextStatuses,
  refusal,
  SHIPMENT_STATUSES,
  type ShipmentStatus,
} from './shipment.ts';

const at = (status: ShipmentStatus, trackingNumber: string | null = 'JE1') => ({
  status,
  trackingNumber,
});
const to = (status: ShipmentStatus, trackingNumber: string | null = null) => ({
  status,
  trackingNumber,
});

const ALLOWED: Record<ShipmentStatus, string> = {
  PENDING: 'LABEL_CREATED CANCELLED',
  LABEL_CREATED: 'IN_TRANSIT CANCELLED',
  IN_TRANSIT: 'IN_TRANSIT OUT_FOR_DELIVERY EXCEPTION RETURNED',
  OUT_FOR_DELIVERY: 'DELIVERED EXCEPTION',
  EXCEPTION: 'IN_TRANSIT OUT_FOR_DELIVERY EXCEPTION RETURNED',
  DELIVERED: '',
  RETURNED: '',
  CANCELLED: '',
};

test.each(SHIPMENT_STATUSES)('from %s a shipment goes where it may and nowhere else', (from) => {
  const reached = SHIPMENT_STATUSES.filter((status) => refusal(at(from), to(status)) === null);
  expect(reached.sort()).toEqual(ALLOWED[from].split(' ').filter(Boolean).sort());
  expect([...nextStatuses(from)].sort()).toEqual(reached);
});

test('every state can be reached from PENDING', () => {
  const reached = new Set<ShipmentStatus>(['PENDING']);
  for (const status of reached) for (const next of nextStatuses(status)) reached.add(next);
  expect(reached.size).toBe(SHIPMENT_STATUSES.length);
});

test('a refusal says what is possible instead', () => {
  expect(refusal(at('LABEL_CREATED'), to('DELIVERED'))).toBe(
    'A shipment that is LABEL_CREATED cannot become DELIVERED, only IN_TRANSIT or CANCELLED.',
  );
  expect(refusal(at('DELIVERED'), to('IN_TRANSIT'))).toBe(
    'A shipment that is DELIVERED has ended its way.',
  );
});

test('a label needs a number, which is given once', () => {
  const unlabelled = at('PENDING', null);
  expect(refusal(unlabelled, to('LABEL_CREATED'))).toBe('A label needs a tracking number.');
  expect(refusal(unlabelled, to('LABEL_CREATED', 'JE1'))).toBeNull();
  expect(refusal(unlabelled, to('CANCELLED'))).toBeNull();
  expect(refusal(at('LABEL_CREATED'), to('IN_TRANSIT', 'JE1'))).toBeNull();
  expect(refusal(at('LABEL_CREATED'), to('IN_TRANSIT', 'JE2'))).toContain(
    'another tracking number',
  );
});

test('goods have left from the carrier’s first scan until they come back', () => {
  expect(SHIPMENT_STATUSES.filter(hasLeft)).toEqual([
    'IN_TRANSIT',
    'OUT_FOR_DELIVERY',
    'DELIVERED',
    'EXCEPTION',
  ]);
});
