import type { StoredDeadLetter } from '@souk/platform/dead-letters';

export type Found = { service: string; letter: StoredDeadLetter };

/** One line of a list. */
export const renderRow = ({ service, letter }: Found): string =>
  [
    letter.id,
    letter.diedAt.toISOString(),
    service.padEnd(8),
    typeOf(letter),
    firstLine(letter.error),
  ].join('  ');

/** All there is to know about a letter. */
export const renderLetter = ({ service, letter }: Found): string =>
  [
    ['id', letter.id],
    ['service', service],
    ['group', letter.group],
    ['message', letter.messageId],
    ['type', typeOf(letter)],
    ['topic', letter.topic],
    ['key', letter.key],
    ['given up', `${letter.diedAt.toISOString()}, after ${letter.attempts} attempts`],
    ['headers', JSON.stringify(letter.headers)],
    ['error', letter.error],
  ]
    .map(([name = '', value]) => `${name.padEnd(9)}${value}`)
    .concat('', indented(letter.body))
    .join('\n');

const typeOf = ({ headers, topic }: StoredDeadLetter): string => headers.type ?? `of ${topic}`;

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

/** A body that is no JSON may be why it died. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
