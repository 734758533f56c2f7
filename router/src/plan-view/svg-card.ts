import { escapeHtml } from '../landing/html.ts';
import { fieldsAsked } from './fields-asked.ts';
import type { FetchStep } from './step.ts';

/** Pixels. */
const WIDTH = 232;
const LINE = 16;
const PADDING = 10;
/** Characters of the font below that fit. */
const LETTERS = 34;
const FIELD_LINES = 4;

export type Card = {
  readonly width: number;
  readonly height: number;
  readonly draw: (x: number, y: number) => string;
};

/** One request as a card: its service, the entities and where they go, the fields. */
export function fetchCard(fetch: FetchStep): Card {
  const whose = [fetch.entities.join(' | '), fetch.path && `at ${fetch.path}`].filter(Boolean);
  const plain = [...whose.map(clipped), ...wrapped(fieldsAsked(fetch))];
  const height = 2 * PADDING + LINE * (plain.length + 1);
  return {
    ...{ width: WIDTH, height },
    draw: (x, y) => {
      const line = (text: string, nth: number, style: string) =>
        `<text x="${x + PADDING}" y="${y + PADDING + LINE * (nth + 0.75)}" ${style}>${escapeHtml(text)}</text>`;
      const hue = hueOf(fetch.subgraph);
      return [
        '<g>',
        `<title>${escapeHtml(`${fetch.subgraph}: ${fetch.operation}`)}</title>`,
        `<rect x="${x}" y="${y}" width="${WIDTH}" height="${height}" rx="8" fill="hsl(${hue} 70% 50%)" fill-opacity="0.14" stroke="hsl(${hue} 60% 45%)"/>`,
        line(clipped(fetch.subgraph), 0, 'font-weight="bold"'),
        ...plain.map((text, index) =>
          line(text, index + 1, index < whose.length ? 'font-style="italic"' : 'opacity="0.8"'),
        ),
        '</g>',
      ].join('');
    },
  };
}

/** The same for the same name, always. */
function hueOf(name: string): number {
  let hue = 0;
  for (const letter of name) hue = (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return hue;
}

const clipped = (text: string): string =>
  text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text;

function wrapped(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LETTERS) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(clipped(word));
  }
  return lines.length <= FIELD_LINES ? lines : [...lines.slice(0, FIELD_LINES - 1), '…'];
}
