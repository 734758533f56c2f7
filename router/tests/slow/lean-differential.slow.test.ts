import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BothClients, bothClients } from '../lean/both-clients.ts';
import { asText, isExplained } from '../lean/differences.ts';
import { delivered, spoiltResponse, validResponse } from '../lean/random-response.ts';

let both: BothClients;
beforeAll(async () => {
  both = await bothClients();
});
afterAll(() => both.close());

test.each([
  ['correct', validResponse],
  ['spoilt', spoiltResponse],
])(
  'four thousand %s answers are read as undici reads them, or it is known why not',
  async (_, it) => {
    await fc.assert(
      fc.asyncProperty(delivered(it), async (response) => {
        const { lean, undici } = await both.ask(response);
        if (!isExplained(response, lean, undici)) expect(asText(lean)).toBe(asText(undici));
      }),
      { numRuns: 4_000 },
    );
  },
);
