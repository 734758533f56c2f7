import path from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../src/commands/check.ts';
import { call } from './in-process.ts';
import { repository } from './repository.ts';

const { root, commit, write } = repository();
const sdl = (type: string) => `type Query {\n  "x"\n  x: ${type}\n}\n`;
commit({
  'services/graph/supergraph.yaml':
    'subgraphs:\n  a:\n    routing_url: http://127.0.0.1:1/\n    schema: { file: ../../a.graphql }\n',
  'services/graph/schema.yaml': 'operations: [{ client: web, files: "*.graphql" }]\n',
  'services/graph/web.graphql': 'query Page { x }\n',
  'a.graphql': sdl('Int'),
});
write({ 'a.graphql': sdl('String') });

const checked = (format: string) =>
  call(check, path.join(root, 'services/graph'), '--base', 'git:HEAD', '--format', format);

test.each([
  ['github', ['file=a.graphql,line=3']],
  ['gitlab', ['"path": "a.graphql"']],
  ['sarif', ['"uri": "a.graphql"', '"uri": "services/graph/web.graphql"']],
  ['junit', ['file="a.graphql"']],
])('%s has paths from the root of the repository, wherever it is run', async (format, paths) => {
  const { out, code } = await checked(format);
  for (const each of paths) expect(out).toContain(each);
  expect(code).toBe(1);
});

test('people and programs get paths from the folder in which they ask', async () => {
  expect((await checked('text')).out).toContain('at ../../a.graphql:3:3\n      3 │   x: String');
  expect((await checked('json')).out).toContain('"file": "../../a.graphql"');
});
