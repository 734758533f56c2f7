import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { madeUpSubgraphs, nameOf, prefix, type Size } from './made-up-graph.ts';
import { madeUpOperations } from './made-up-operations.ts';

/**
 * Writes a made-up supergraph and its clients into an empty folder, commits them on `main`, and then
 * changes some subgraphs: one field goes away, one moves to another service, others are added.
 */
export function writeMadeUpRepository(root: string, size: Size): void {
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'pipe' });
  const subgraphs = madeUpSubgraphs(size);
  const fileOf = (name: string) => `subgraphs/${name}/schema.graphql`;
  for (const { name, sdl } of subgraphs) put(fileOf(name), `${sdl}\n`);
  for (const [file, text] of madeUpOperations(size)) put(file, text);
  put('schema.yaml', SCHEMA_YAML);
  put(
    'supergraph.yaml',
    `federation_version: =2.14.4\nsubgraphs:\n${subgraphs
      .map(
        ({ name }) =>
          `  ${name}:\n    routing_url: http://${name}/graphql\n    schema: { file: ${fileOf(name)} }\n`,
      )
      .join('')}`,
  );
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  const author = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com'];
  git(...author, 'commit', '--quiet', '--message=As it is');
  for (const [index, { name, sdl }] of subgraphs.entries()) {
    const changed = changedBy(index, sdl);
    if (changed !== sdl) put(fileOf(name), `${changed}\n`);
  }
}

/** A tenth of the services change. */
function changedBy(index: number, sdl: string): string {
  const own = prefix(index);
  if (index === 3) return sdl.replace(`\n  "How many there are."\n  count: Int`, '');
  if (index === 5) {
    return sdl.replace(`  "A number of ${nameOf(index)}."\n  added${own}: Int\n`, '');
  }
  if (index % 10 !== 7) return sdl;
  return sdl.replace(
    `type ${own}Entity1 @key(fields: "id") {\n`,
    `type ${own}Entity1 @key(fields: "id") {\n  "What is new."\n  fresh: String\n`,
  );
}

const SCHEMA_YAML = `supergraph: supergraph.yaml
base: git:main
operations:
${Array.from({ length: 10 }, (_, client) => `  - { client: client-${client}, files: clients/client-${client}/*.graphql }`).join('\n')}
`;
