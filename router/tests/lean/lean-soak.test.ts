import { expect, test } from 'vitest';
import { soak } from './soak.ts';

test('every answer belongs to its request, whatever the server does', async () => {
  const report = await soak(1_000, 1, false);
  expect(report).toMatchObject({ mixedUp: [], repeated: 0, crowded: 0, denied: 0 });
  expect(report.pipelined).toBeGreaterThan(100);
  expect(report.answered).toBeGreaterThan(700);
  expect(report.left).toEqual({ sockets: 0, inFlight: 0, queued: 0, connecting: 0 });
}, 20_000);
