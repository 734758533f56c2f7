import type { Send } from '../../src/execute/request.ts';

const NOT_ASKED = 'nobody asked for this';

/**
 * Subgraphs that say more than they are asked: each object of an answer has all these names. What is
 * asked under a condition counts as asked, whatever becomes of the condition.
 */
export const greedy =
  (send: Send, names: readonly string[]): Send =>
  async (fetch) => {
    const answer = await send(fetch);
    const { query } = JSON.parse(fetch.body) as { query: string };
    const conditional = /@(include|skip)/.test(query) ? namesIn(query) : [];
    const more = names.filter((name) => !conditional.includes(name));
    if ('data' in answer) addTo(answer.data, more);
    return answer;
  };

/** What an operation calls its fields: those of them that a fetch does not ask for would do harm. */
export const namesIn = (query: string): string[] => [
  ...new Set(query.match(/\b[a-z]\w*/g)?.filter((name) => !name.startsWith('__'))),
];

function addTo(value: unknown, names: readonly string[]): void {
  if (Array.isArray(value)) for (const item of value) addTo(item, names);
  else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) addTo(item, names);
    for (const name of names) {
      if (!Object.hasOwn(value, name)) (value as Record<string, unknown>)[name] = NOT_ASKED;
    }
  }
}
