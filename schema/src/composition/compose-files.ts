import path from 'node:path';
import type { Io, Values } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Finding } from '../report/finding.ts';
import { linesIn } from '../report/line-at.ts';
import { plural } from '../report/report.ts';
import { tell } from '../report/report-options.ts';
import { replaceFile } from '../source/replace-file.ts';
import { workingTree } from '../source/working-tree.ts';
import { apiSchemaText } from './api-schema.ts';
import { compose } from './compose.ts';
import { readSupergraphConfig } from './supergraph-config.ts';

/**
 * What `compose` does at one time: reads, composes, writes or compares, tells. A success that nobody
 * asked to be told of is told beside the data only. Throws Misuse.
 */
export function composeOnce(values: Values, io: Io): ExitCode {
  const tree = workingTree(io.cwd);
  const subgraphs = readSupergraphConfig(tree, String(values.config), io.env);
  const report = (findings: Finding[]): ExitCode =>
    findings.length === 0 && values.format === undefined
      ? EXIT.passed
      : tell({ title: 'compose', facts: [], findings, lineAt: linesIn(tree, tree) }, values, io);
  const result = compose(subgraphs);
  if ('findings' in result) return report(result.findings);
  const { supergraph } = result;
  const files = [[String(values.output), supergraph] as const];
  if (values.api !== undefined) files.push([String(values.api), apiSchemaText(supergraph)]);
  const changed = files.filter(([file, text]) => unixLines(tree.read(file)) !== text);
  const hints = values.hints ? result.hints() : [];
  if (values.check) return report([...changed.map(([file]) => stale(file)), ...hints]);
  for (const [file, text] of changed) {
    replaceFile(path.resolve(io.cwd, file), text);
    io.progress(`${file} written: ${plural(subgraphs.length, 'subgraph')}.`);
  }
  return report(hints);
}

/** A checkout on Windows may have other line ends than what is composed. */
const unixLines = (text: string | null): string | undefined => text?.replaceAll('\r\n', '\n');

const stale = (file: string): Finding => ({
  ...{ check: 'composition', rule: 'FILE_STALE', level: 'error', severity: 'invalid' },
  ...{ coordinate: '', place: { file, line: 1 } },
  message: `${file} is not what composition gives: run npm run compose.`,
});
