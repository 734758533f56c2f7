import { expect, test } from 'vitest';
import { soak } from '../lean/soak.ts';

test.each([
  { seed: 1, desyncs: false },
  { seed: 2, desyncs: false },
  { seed: 3, desyncs: true },
])('twenty thousand answers belong to their requests: $seed, desyncs $desyncs', async (it) => {
  const report = await soak(20_000, it.seed, it.desyncs);
  expect(report).toMatchObject({ mixedUp: [], repeated: 0, crowded: 0, denied: 0 });
  expect(report.answered).toBeGreaterThan(14_000);
  expect(report.failed.get('LEAN_TIMEOUT')).toBeGreaterThan(0);
  expect(report.failed.get('LEAN_CLOSED')).toBeGreaterThan(0);
  if (it.desyncs) expect(report.failed.get('LEAN_PROTOCOL')).toBeGreaterThan(0);
  else expect(report.pipelined).toBeGreaterThan(2_000);
  expect(report.left).toEqual({ sockets: 0, inFlight: 0, queued: 0, connecting: 0 });
});
