import type { Finding } from './audit/finding.ts';

export type Row = Finding & { name: string };

const SHOWN = 8;

/** The invariants as a table; then the evidence for each breach, the first ones of each. */
export function renderTable(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length), 'invariant'.length);
  const line = (name: string, checked: string, breaches: string) =>
    `${name.padEnd(width)}  ${checked.padStart(8)}  ${breaches.padStart(8)}`;
  const table = [
    line('invariant', 'checked', 'breaches'),
    ...rows.map(({ name, checked, breaches }) => line(name, `${checked}`, `${breaches.length}`)),
  ];
  const evidence = rows
    .filter(({ breaches }) => breaches.length > 0)
    .flatMap(({ name, breaches }) => [
      '',
      `BREACHED: ${name}`,
      ...breaches.slice(0, SHOWN).map((breach) => `  ${breach}`),
      ...(breaches.length > SHOWN ? [`  … and ${breaches.length - SHOWN} more`] : []),
    ]);
  return [...table, ...evidence, ''].join('\n');
}
