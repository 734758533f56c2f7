import { seededRandom } from '@souk/stack/seed/random';
import { expect, test } from 'vitest';
import { describeFault, type Planned, planFaults, type Targets } from './plan.ts';

const targets: Targets = {
  services: ['orders-1', 'orders-2', 'payments-1'],
  postgres: 'PostgreSQL',
  provider: 'sandbox-psp',
  router: 'router',
  databases: ['orders', 'payments'],
  hasBroker: true,
};
function first(seed: string, count: number, around: Targets = targets): Planned[] {
  const planned = planFaults(seededRandom(seed), around);
  return Array.from({ length: count }, () => planned.next().value);
}

test('the same seed breaks the same things at the same times', () => {
  expect(first('7', 50)).toEqual(first('7', 50));
  expect(first('7', 50)).not.toEqual(first('8', 50));
});

test('in a long run everything breaks that can, and can be told in words', () => {
  const planned = first('1', 2_000).map(({ fault }) => fault);
  expect([...new Set(planned.map(({ kind }) => kind))].sort()).toEqual(
    ['broker', 'crash-backend', 'cut', 'freeze', 'kill', 'provider', 'redeliver', 'restart'].sort(),
  );
  const words = planned.map(describeFault).join('\n');
  for (const name of [...targets.services, 'PostgreSQL', 'sandbox-psp', 'router']) {
    expect(words).toContain(name);
  }
  for (const fault of ['loseReplyAfterCharge', 'dropWebhooks', 'errorRate']) {
    expect(words).toContain(fault);
  }
});

test('a broker that is not ours is left alone', () => {
  const planned = first('1', 2_000, { ...targets, hasBroker: false });
  expect(planned.some(({ fault }) => fault.kind === 'broker')).toBe(false);
});

test('nothing stands still so long that it is taken for hung', () => {
  for (const { fault } of first('2', 2_000)) {
    if (fault.kind === 'freeze') expect(fault.ms).toBeLessThan(12_000);
  }
});
