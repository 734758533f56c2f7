import { expect, test } from 'vitest';
import type { Dispatch, Tried } from './attempt.ts';
import { breaker } from './breaker.ts';
import { bulkhead } from './bulkhead.ts';
import { guard } from './guard.ts';
import { LeanError } from './lean/lean-error.ts';
import { outgoingHeaders } from './outgoing-headers.ts';
import { faultOfError } from './reply.ts';

const good: Tried = {
  reply: { status: 200, text: '', head: '' },
  answer: { data: {}, errors: [] },
  endedAt: 0,
};
const failed = (code: 'LEAN_CONNECT' | 'LEAN_TIMEOUT'): Tried => ({
  fault: faultOfError('a', new LeanError(code, '', { sent: false, retryable: true })),
});
const dispatch: Dispatch = {
  isMutation: false,
  body: '{}',
  headers: outgoingHeaders({ insert: {}, withhold: [], irrelevant: [] })({}),
  deadlineAt: performance.now() + 5_000,
};

/** What the query gets that probes a subgraph which failed once, and now answers slowly. */
async function probeAfter(failure: Tried): Promise<Tried> {
  let now = 0;
  const results = [failure, good];
  const limits = { consecutive: 1, silentMs: 1, share: 1, minimum: 1, windowMs: 10_000 };
  const send = guard({
    service: 'a',
    breaker: breaker({ ...limits, openMs: 100, maxOpenMs: 100 }, () => now),
    bulkhead: bulkhead({ maxInFlight: 1, maxQueued: 0 }),
    tries: async () => {
      if (results.length === 1) await new Promise((resolve) => setTimeout(resolve, 200));
      return results.shift() ?? good;
    },
    patienceMs: () => 10,
    events: { refused: () => {} },
  });
  expect(await send(dispatch)).toBe(failure);
  expect(await send(dispatch)).toMatchObject({ fault: { reason: 'breaker' } });
  now = 100;
  return send(dispatch);
}

test('whether a subgraph that hung is well again is not waited for', async () => {
  expect(await probeAfter(failed('LEAN_TIMEOUT'))).toMatchObject({ fault: { reason: 'breaker' } });
});

test('a subgraph that refused at once, and is back, answers the first that asks it', async () => {
  expect(await probeAfter(failed('LEAN_CONNECT'))).toBe(good);
});
