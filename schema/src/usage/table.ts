import type { UsageFile } from '@souk/router/usage/usage-file';
import { anonymous } from '../operations/documents.ts';

const HEAD = ['client', 'operation', 'requests', 'first seen', 'last seen', 'versions'];

/** A record as a table, what is asked for most at its top. */
export function usageTable({ operations, recordedUntil }: UsageFile): string {
  const rows = [...operations]
    .sort((a, b) => b.requests - a.requests)
    .map(({ client, name, document, requests, firstSeen, lastSeen, versions }) => [
      ...[client, name ?? anonymous(document), String(requests), firstSeen, lastSeen],
      versions.join(', '),
    ]);
  const widths = HEAD.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const table = rows.length === 0 ? ['Nothing was recorded.'] : [HEAD, ...rows].map(line);
  return `${table.join('\n')}\n\nRecorded until ${recordedUntil}.\n`;
}
