import path from 'node:path';
import { isScalar } from 'yaml';
import { z } from 'zod';
import { problems, readYaml, type YamlText } from '../config/yaml-text.ts';
import { Misuse } from '../exit-codes.ts';
import type { FileTree } from '../source/file-tree.ts';
import { withEnv } from './env-references.ts';

const save = (command: string) =>
  `nothing is fetched here; write the schema to a file and name it: ${command}`;

const Schema = z
  .looseObject({ file: z.string().optional(), sdl: z.string().optional() })
  .superRefine(({ file, sdl, ...others }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    if ('subgraph_url' in others) {
      refuse(save(`rover subgraph introspect ${others.subgraph_url} > subgraph.graphql`));
    } else if ('graphref' in others) {
      refuse(save(`rover subgraph fetch ${others.graphref} --name NAME > subgraph.graphql`));
    } else if ((file === undefined) === (sdl === undefined)) {
      refuse('must have either file or sdl');
    }
  });

const Config = z.object({
  federation_version: z
    .union([z.string(), z.number()])
    .refine(
      (version) => /^(=|v|latest-)?2\b/.test(String(version)),
      'only federation 2 is composed',
    )
    .optional(),
  subgraphs: z
    .record(
      z.string().regex(/^[a-zA-Z][\w-]{0,63}$/, 'use letters, digits, - and _; a letter first'),
      z.object({ routing_url: z.url(), schema: Schema }),
    )
    .refine((subgraphs) => Object.keys(subgraphs).length > 0, 'lists no subgraph'),
});

/**
 * `file` is relative to the root of the tree. For a schema written inside supergraph.yaml it is that
 * file, and `sdl` begins with as many empty lines as stand before it, so that lines are right.
 */
export type SubgraphSource = { name: string; url: string; file: string; sdl: string };

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The subgraphs that a supergraph.yaml lists, with their schemas; paths are relative to that file.
 * Throws Misuse naming line and key. Source: rover's supergraph configuration file.
 */
export function readSupergraphConfig(
  tree: FileTree,
  file: string,
  env: Env = {},
): SubgraphSource[] {
  const yaml = readYaml(file, read(tree, file));
  const missing = new Set<string>();
  const value = withEnv(yaml.value ?? {}, env, (name) => missing.add(name));
  if (missing.size > 0) {
    throw new Misuse(`${file} speaks of variables that are not set: ${[...missing].join(', ')}.`);
  }
  const parsed = Config.safeParse(value);
  if (!parsed.success) throw problems(file, yaml, parsed.error.issues);
  return Object.entries(parsed.data.subgraphs).map(([name, { routing_url: url, schema }]) => {
    const { sdl } = schema;
    if (sdl !== undefined) return { name, url, file, sdl: inPlace(yaml, name, sdl) };
    const named = schema.file ?? '';
    const isWhole = path.posix.isAbsolute(named);
    const source = isWhole ? named : path.posix.join(path.posix.dirname(file), named);
    return { name, url, file: source, sdl: read(tree, source, `subgraph "${name}": `) };
  });
}

function read(tree: FileTree, file: string, whose = ''): string {
  const text = tree.read(file);
  if (text === null) throw new Misuse(`${whose}${file} cannot be read in ${tree.name}.`);
  return text;
}

/** The schema with its lines where they are in the file, and its columns too where it is a block. */
function inPlace({ placeOf, document, text }: YamlText, name: string, sdl: string): string {
  const path = ['subgraphs', name, 'schema', 'sdl'];
  const node = document.getIn(path, true);
  const { line } = placeOf(path);
  const block = isScalar(node) && node.type?.startsWith('BLOCK') ? node.range : null;
  if (!block) return `${'\n'.repeat(line - 1)}${sdl}`;
  const [, ...written] = text.slice(block[0], block[1]).split('\n');
  const asWritten = written.join('\n');
  return `${'\n'.repeat(line)}${asWritten.includes('${env.') ? sdl : asWritten}`;
}
