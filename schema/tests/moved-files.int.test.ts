import { expect, test } from 'vitest';
import { check } from '../src/commands/check.ts';
import { call } from './in-process.ts';
import { repository } from './repository.ts';

const { root, git, commit, write } = repository();
const reads = { type: 'object', properties: { sku: { type: 'string' } }, required: ['sku'] };
const catalog = (data: object) =>
  JSON.stringify({
    events: { 'shop.sold.v1': { emitter: 'shop', data, consumers: { mail: { reads } } } },
  });
const graph = (type: string) => `type Query {\n  "x"\n  x: ${type}\n}\n`;
const filesIn = (folder: string, type: string, data: object) => ({
  [`${folder}/supergraph.yaml`]:
    'subgraphs:\n  a:\n    routing_url: http://127.0.0.1:1/\n    schema: { file: a.graphql }\n',
  [`${folder}/a.graphql`]: graph(type),
  [`${folder}/events.json`]: catalog(data),
  'schema.yaml': `supergraph: ${folder}/supergraph.yaml\nevents: { file: ${folder}/events.json }\n`,
});

test('what is moved to another folder is compared with what stood in the former one', async () => {
  commit(filesIn('old', 'Int', reads));
  git('rm', '--quiet', '-r', 'old');
  write(filesIn('new', 'String', { type: 'object', properties: {} }));
  const { code, out } = await call(check, root, '--base', 'git:HEAD');
  expect(out).toContain('The type of Query.x was Int, and is String');
  expect(out).toContain('used by mail  shop.sold.v1');
  expect(code).toBe(1);
});
