import type { Server } from './server.ts';
import type { Request } from './workloads.ts';

/**
 * Asks every server for the same and compares the answers, byte for byte, to the first server's.
 * Returns whose answers are equal only when keys are put in the same order; throws for any others.
 */
export async function compareAnswers(
  servers: readonly Server[],
  requests: readonly Request[],
): Promise<Set<string>> {
  const reordered = new Set<string>();
  const [first, ...others] = servers;
  if (first === undefined) return reordered;
  for (const request of requests) {
    const expected = await first.ask(request);
    if (expected.includes('"errors"')) throw new Error(`${first.name}: ${expected.slice(0, 400)}`);
    for (const server of others) {
      const answer = await server.ask(request);
      if (answer === expected) continue;
      if (canonical(answer) !== canonical(expected)) {
        throw new Error(
          `${difference(first.name, expected, server.name, answer)}\n  ${request.body}`,
        );
      }
      reordered.add(server.name);
    }
  }
  return reordered;
}

const canonical = (text: string): string =>
  JSON.stringify(JSON.parse(text), (_, value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

function difference(one: string, expected: string, other: string, answer: string): string {
  let at = 0;
  while (expected[at] === answer[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 120), at + 120);
  return `answers differ from character ${at}\n  ${one}: …${around(expected)}…\n  ${other}: …${around(answer)}…`;
}
