import { parseManifest } from '@souk/router/operations/manifest';
import type { SchemaConfig } from '../config/schema-config.ts';
import { Misuse } from '../exit-codes.ts';
import type { FileTree } from '../source/file-tree.ts';
import { type DocumentText, operationsIn, type Read } from './documents.ts';
import { joinRecorded } from './join-recorded.ts';
import type { KnownOperations } from './operation.ts';
import { recordedOperations } from './recorded.ts';

/**
 * The documents and records that the configuration names, as the tree has them. Throws Misuse for a
 * manifest or a record that cannot be used, and for a glob that matches nothing.
 */
export function knownOperations(tree: FileTree, config: SchemaConfig, now: Date): KnownOperations {
  const written = config.operations.map(({ client, files }) => documentsOf(tree, client, files));
  const recorded = recordedOperations(tree, config, now);
  return {
    operations: joinRecorded(
      written.flatMap(({ operations }) => operations),
      recorded.operations,
    ),
    usage: recorded.usage,
    findings: [...written.flatMap(({ findings }) => findings), ...recorded.findings],
  };
}

function documentsOf(tree: FileTree, client: string, patterns: readonly string[]): Read {
  const matching = patterns.flatMap((pattern) => {
    const matches = tree.glob(pattern);
    if (matches.length > 0) return matches;
    throw new Misuse(`operations of ${client}: ${pattern} matches no file in ${tree.name}.`);
  });
  // Globs may overlap.
  const files = [...new Set(matching)];
  const [manifests, texts] = [files.filter(isManifest), files.filter((file) => !isManifest(file))];
  const read = (file: string): DocumentText => ({ file, text: tree.read(file) ?? '' });
  const parts = [
    operationsIn(client, texts.map(read)),
    ...manifests.map((file) => manifestOf(client, read(file))),
  ];
  return {
    operations: parts.flatMap(({ operations }) => operations),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

const isManifest = (file: string): boolean => file.endsWith('.json');

function manifestOf(client: string, { file, text }: DocumentText): Read {
  const bodies = [...parsed(file, text).values()];
  const parts = bodies.map((body) => operationsIn(client, [{ file, text: body }]));
  const lines = linesOfWords(text);
  return {
    operations: parts
      .flatMap(({ operations }) => operations)
      .map((operation) => ({
        ...operation,
        place: { file, line: lines.get(operation.name) ?? 1 },
      })),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

function parsed(file: string, text: string) {
  try {
    return parseManifest(text);
  } catch (error) {
    throw new Misuse(`${file} cannot be used: ${(error as Error).message}`);
  }
}

/** The line on which each word first stands, found in one pass: manifests have thousands of names. */
function linesOfWords(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    for (const [word] of line.matchAll(/\w+/g)) if (!lines.has(word)) lines.set(word, index + 1);
  }
  return lines;
}
