import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Command } from '../../src/command.ts';
import { type ExitCode, Misuse } from '../../src/exit-codes.ts';
import { repository } from '../repository.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])\n';

/** Subgraph `a` has things, `b` their sizes; more fields can be given. */
export const thingsSdl = (more = ''): string =>
  `${LINK}type Query { thing: Thing }\ntype Thing @key(fields: "id") { id: ID! ${more} }\n`;
export const sizesSdl = (more = ''): string =>
  `${LINK}type Thing @key(fields: "id") { id: ID! size: Int ${more} }\n`;

export type SmallRepository = {
  root: string;
  git: (...args: string[]) => string;
  write: (file: string, text: string) => void;
  /** Everything as in the beginning, and an empty registry. */
  reset: () => void;
  registry: () => string;
  /** Runs a command as people do, on the registry. */
  run: (
    command: Command,
    args: readonly string[],
    values?: Record<string, string | boolean | string[]>,
    env?: Record<string, string>,
  ) => Promise<{ code: ExitCode | 'misused'; out: string; progress: string }>;
  remove: () => void;
};

const FILES = {
  'a/schema.graphql': thingsSdl(),
  'a/package.json': '{ "name": "a", "version": "1.2.3" }',
  'b/schema.graphql': sizesSdl(),
  'supergraph.yaml': `subgraphs:
  a: { routing_url: "http://a/", schema: { file: a/schema.graphql } }
  b: { routing_url: "http://b/", schema: { file: b/schema.graphql } }
`,
};

/** A git repository with two subgraphs, one of them with a version; its registry is a directory. */
export function smallRepository(): SmallRepository {
  const { root, git, write, commit } = repository();
  const first = commit(FILES);
  const registries = mkdtempSync(path.join(tmpdir(), 'schema-registry-'));
  let number = 0;
  const registry = () => path.join(registries, String(number));

  return {
    ...{ root, git, registry },
    write: (file, text) => write({ [file]: text }),
    reset: () => {
      number++;
      git('reset', '--quiet', '--hard', first);
      git('clean', '--quiet', '-fd');
    },
    run: async (command, positionals, values = {}, env = {}) => {
      const told = { out: '', progress: '' };
      const defaults = Object.entries(command.options).flatMap(([name, option]) =>
        option.default === undefined ? [] : [[name, option.default]],
      );
      const call = {
        values: { ...Object.fromEntries(defaults), registry: registry(), ...values },
        positionals,
        io: {
          out: (text: string) => {
            told.out += text;
          },
          progress: (line: string) => {
            told.progress += `${line}\n`;
          },
          ...{ env, cwd: root, signal: new AbortController().signal },
        },
      };
      try {
        return { code: await command.run(call), ...told };
      } catch (error) {
        if (!(error instanceof Misuse)) throw error;
        return { code: 'misused', ...told, progress: `${told.progress}${error.message}\n` };
      }
    },
    remove: () => {
      for (const folder of [root, registries]) rmSync(folder, { recursive: true });
    },
  };
}
