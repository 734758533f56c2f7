import type { SchemaConfig } from '../config/schema-config.ts';
import type { FileTree } from '../source/file-tree.ts';

/**
 * The files besides the subgraphs' schemas that a later check compares with: what describes the
 * graph, event schemas, protos, the routes and documents of REST.
 */
export function releaseFiles(
  tree: FileTree,
  configFile: string,
  { supergraph, events, rpc, rest }: SchemaConfig,
): Map<string, string> {
  const names = [
    configFile,
    supergraph,
    ...(events === undefined ? [] : [events.file]),
    ...(rpc === undefined ? [] : under(tree, rpc.module, ['**/*.proto', 'buf.yaml'])),
    ...(rest === undefined ? [] : under(tree, rest.folder, ['**/*.graphql', '**/*.{yaml,yml}'])),
  ];
  const files = new Map<string, string>();
  for (const name of names) {
    const text = tree.read(name);
    if (text !== null) files.set(name, text);
  }
  return files;
}

const under = (tree: FileTree, folder: string, patterns: readonly string[]): string[] => {
  const prefix = folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`;
  return patterns
    .flatMap((pattern) => tree.glob(`${prefix}${pattern}`))
    .filter((file) => !file.includes('node_modules/'));
};
