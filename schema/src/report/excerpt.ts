import type { Place } from './finding.ts';

const WIDTH = 120;

/** The line of source with a mark below the column: two lines, or one where no column is known. */
export function excerpt(line: string, { line: number, column = 0 }: Place): string[] {
  const skipped = column > WIDTH - 20 ? column - 40 : 0;
  const cut = line.slice(skipped, skipped + WIDTH);
  const shown = `${skipped > 0 ? '…' : ''}${cut}${line.length > skipped + WIDTH ? '…' : ''}`;
  const gutter = String(number);
  const source = `${gutter} │ ${shown.trimEnd()}`;
  if (column < 1) return [source];
  // Tabs stay tabs, so that the mark stands below its column however wide they are shown.
  const before = shown.slice(0, column - 1 - skipped + (skipped > 0 ? 1 : 0));
  return [source, `${' '.repeat(gutter.length)} │ ${before.replace(/[^\t]/g, ' ')}^`];
}

/** The lines of a text, whatever ends them. */
export const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r]/);
