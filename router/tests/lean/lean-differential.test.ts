import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BothClients, bothClients } from './both-clients.ts';
import { asText, DIFFERENCES, isExplained } from './differences.ts';
import { delivered, spoiltResponse, validResponse } from './random-response.ts';

/** The long form is among the slow tests. */
const SHORT = { numRuns: 120, interruptAfterTimeLimit: 1_500 };
const TIMEOUT_MS = 20_000;

let both: BothClients;
beforeAll(async () => {
  both = await bothClients();
});
afterAll(() => both.close());

test(
  'correct answers are read as undici reads them',
  async () => {
    await fc.assert(
      fc.asyncProperty(delivered(validResponse), async (response) => {
        const { lean, undici } = await both.ask(response);
        expect('failure' in lean).toBe(false);
        expect(lean).toEqual(undici);
      }),
      SHORT,
    );
  },
  TIMEOUT_MS,
);

test(
  'spoilt answers are refused where undici refuses them, or it is known why not',
  async () => {
    await fc.assert(
      fc.asyncProperty(delivered(spoiltResponse), async (response) => {
        const { lean, undici } = await both.ask(response);
        if (!isExplained(response, lean, undici)) expect(asText(lean)).toBe(asText(undici));
      }),
      SHORT,
    );
  },
  TIMEOUT_MS,
);

test.each(DIFFERENCES)('on purpose: $reason', async ({ examples, lean, undici }) => {
  for (const example of examples) {
    const outcomes = await both.ask({ bytes: Buffer.from(example, 'latin1'), cuts: [] });
    expect(asText(outcomes.lean)).toMatch(lean);
    expect(asText(outcomes.undici)).toMatch(undici);
  }
});

test.each([
  ';a=b;c',
  ';a="b;\\"c"',
  ';a=',
  ';"b"',
  ';',
  '; a',
  ';a b',
  ';a="b',
  ';a="b"c',
  ' ;a',
  ';a="b\0"',
])('the chunk extension %j is read by both, or by neither', async (extension) => {
  const bytes = `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2${extension}\r\nok\r\n0\r\n\r\n`;
  const { lean, undici } = await both.ask({ bytes: Buffer.from(bytes, 'latin1'), cuts: [] });
  expect('failure' in lean).toBe('failure' in undici);
});
