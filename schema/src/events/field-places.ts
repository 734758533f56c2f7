import type { Place } from '../report/finding.ts';

/** A file by its lines. */
export type Lines = { file: string; lines: readonly string[] };

const segments = (path: string): string[] => path.split(/[.[\]]+/).filter(Boolean);

/** A field's line in a catalogue, as far as the path can be followed; null where the event is not there. */
export function inCatalog({ file, lines }: Lines, type: string, path: string): Place | null {
  const start = lines.findIndex((line) => isKey(line, type));
  if (start < 0) return null;
  const end = lines.findIndex((line, at) => at > start && isKey(line, 'consumers'));
  let at = start;
  for (const name of segments(path)) {
    const next = lines.findIndex((line, index) => index >= at && isKey(line, name));
    if (next < 0 || (end >= 0 && next > end)) break;
    at = next;
  }
  return { file, line: at + 1 };
}

const isKey = (line: string, name: string): boolean => line.includes(`${JSON.stringify(name)}:`);

/** A definition ends where the next one names its type. */
const OTHER_TYPE = /['"][\w.-]+\.v\d+['"]/;

/** A field's line in code that defines events, else its event's; null where that is not there. */
export function inSource({ file, lines }: Lines, type: string, path: string): Place | null {
  const start = lines.findIndex((line) => line.includes(`'${type}'`) || line.includes(`"${type}"`));
  if (start < 0) return null;
  const next = lines.findIndex((line, at) => at > start && OTHER_TYPE.test(line));
  const own = lines.slice(start + 1, next < 0 ? lines.length : next);
  const field = segments(path).at(-1);
  const at = field === undefined ? -1 : own.findIndex((line) => declares(line, field));
  return { file, line: start + at + 2 };
}

const declares = (line: string, field: string): boolean =>
  line.split(/[^\w$]+/).includes(field) && /[:,}]/.test(line.slice(line.indexOf(field)));

/** The first line with the first of the words that is in the text at all. */
export function firstOf({ file, lines }: Lines, words: readonly string[]): Place | null {
  for (const word of words) {
    const at = lines.findIndex((line) => line.includes(word));
    if (at >= 0) return { file, line: at + 1, column: (lines[at] ?? '').indexOf(word) + 1 };
  }
  return null;
}
