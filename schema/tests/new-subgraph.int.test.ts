import { expect, test } from 'vitest';
import { check } from '../src/commands/check.ts';
import { call } from './in-process.ts';
import { repository } from './repository.ts';

const { root, commit, write } = repository();
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';

commit({
  'supergraph.yaml':
    'subgraphs:\n  things:\n    routing_url: http://127.0.0.1:1/\n    schema: { file: things.graphql }\n',
  'things.graphql': `${LINK}type Query { thing: Thing }\ntype Thing @key(fields: "id") { id: ID! }\n`,
  'schema.yaml': 'lint: { rules: {} }\n',
});

const proposing = (name: string, sdl: string) => {
  write({ 'proposed.graphql': `${LINK}${sdl}` });
  const proposal = ['--subgraph', name, '--schema', 'proposed.graphql'];
  return call(check, root, '--base', 'git:HEAD', ...proposal);
};

test('a subgraph that is not listed yet is checked beside the others, and told to be new', async () => {
  const { code, out, progress } = await proposing(
    'reviews',
    'type Thing @key(fields: "id") { id: ID! stars: Int }\n',
  );
  expect(progress).toContain('supergraph.yaml lists no subgraph "reviews"');
  expect(out).toContain('Thing.stars: Int was added');
  expect(out).toContain('2 subgraphs');
  expect(code).toBe(0);
});

test('one that does not compose with the others fails on its own line', async () => {
  const { code, out } = await proposing('reviews', 'type Thing @key(fields: "id") { id: Int! }\n');
  expect(out).toContain('proposed.graphql:2');
  expect(code).toBe(1);
});

test('a subgraph to be taken away must be one that there is', async () => {
  const gone = call(check, root, '--base', 'git:HEAD', '--delete', 'reviews');
  await expect(gone).rejects.toThrow('supergraph.yaml lists no subgraph "reviews"');
});
