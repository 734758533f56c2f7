import { expect, test } from 'vitest';
import { check } from '../src/commands/check.ts';
import { call } from './in-process.ts';
import { repository } from './repository.ts';

const { root, commit } = repository();
commit({
  'supergraph.yaml':
    'subgraphs:\n  a:\n    routing_url: http://127.0.0.1:1/\n    schema: { file: a.graphql }\n',
  'a.graphql': 'type Query { x: Int }\n',
  'schema.yaml': 'lint: { rules: {} }\n',
});
const first = commit({ 'a.graphql': 'type Query { x: Int y: Int }\n' });
commit({ 'a.graphql': 'type Query { x: Int }\n' });

const checkWith = (base: string) => call(check, root, '--base', base);

test.each([first, `git:${first}`, 'HEAD~1', 'git:HEAD~1'])(
  'the base can be the commit %s, with or without its kind',
  async (base) => {
    const { code, out } = await checkWith(base);
    expect(out).toContain('Query.y was removed');
    expect(code).toBe(1);
  },
);

test.each(['', 'git:', 'registry:'])('the base "%s" is refused: it names nothing', async (base) => {
  await expect(checkWith(base)).rejects.toThrow('--base is git:REVISION or registry:VARIANT');
});

test('a base that git does not know is refused by its name', async () => {
  await expect(checkWith('HEAD~9')).rejects.toThrow('git knows no commit "HEAD~9"');
});
