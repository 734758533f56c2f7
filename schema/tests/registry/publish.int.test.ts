import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { moveFile, textFile } from '@souk/router/registry/directory';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { diff } from '../../src/commands/diff.ts';
import { fetch } from '../../src/commands/fetch.ts';
import { history } from '../../src/commands/history.ts';
import { prune } from '../../src/commands/prune.ts';
import { publish } from '../../src/commands/publish.ts';
import { rollback } from '../../src/commands/rollback.ts';
import { sizesSdl, smallRepository, thingsSdl } from './small-repository.ts';

const it = smallRepository();
beforeEach(() => it.reset());
afterAll(() => it.remove());

const supergraph = async (reference = 'production') => (await it.run(fetch, [reference])).out;
const releases = async () => {
  const { out } = await it.run(history, [], { format: 'json' });
  return (JSON.parse(out) as { release: string; kind: string; by: string }[]).map(
    ({ release, kind }) => `${kind} ${release.slice(0, 8)}`,
  );
};

test('a release says where each subgraph comes from', async () => {
  it.write('b/note.txt', 'not committed');
  expect(await it.run(publish, [], { by: 'ada', message: 'first' })).toMatchObject({ code: 0 });
  const told = await it.run(fetch, [], { part: 'release' });
  const commit = it.git('rev-parse', 'HEAD').trim();
  expect(JSON.parse(told.out)).toMatchObject({
    subgraphs: [
      { name: 'a', routing_url: 'http://a/', version: '1.2.3', commit, dirty: false },
      { name: 'b', file: 'b/schema.graphql', version: null, commit, dirty: true },
    ],
    files: { 'supergraph.yaml': expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect((await it.run(history, [])).out).toMatch(/→ +1 +[0-9a-f]{12} .* published by ada: first/);
});

test('what is the same is published once, also from a later commit', async () => {
  await it.run(publish, []);
  it.git('commit', '--quiet', '--allow-empty', '--message=second');
  expect((await it.run(publish, [])).out).toMatch(/points at [0-9a-f]{12} already/);
  expect(await releases()).toHaveLength(1);
});

test('what does not compose is never published', async () => {
  await it.run(publish, []);
  it.write('b/schema.graphql', sizesSdl('id: Int'));
  const refused = await it.run(publish, [], { force: true });
  expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('b/schema.graphql') });
  expect(await releases()).toHaveLength(1);
});

test('what fails the checks is published only by force, and the changelog says whom it hits', async () => {
  it.write('web/page.graphql', 'query Page { thing { id size } }');
  it.write('schema.yaml', 'operations:\n  - { client: web, files: web/*.graphql }\n');
  await it.run(publish, []);
  it.write('b/schema.graphql', sizesSdl().replace('size: Int', 'weight: Int'));
  expect(await it.run(publish, [])).toMatchObject({
    code: 1,
    out: expect.stringMatching(/Thing\.size was removed[\s\S]+used by web +Page/),
  });
  const against = { base: 'registry:production' };
  expect(await it.run(check, [], against)).toMatchObject({
    code: 1,
    out: expect.stringMatching(/working tree compared with production \([0-9a-f]{12}\)/),
  });
  expect(await it.run(publish, [], { 'dry-run': true, force: true })).toMatchObject({ code: 1 });
  expect(await releases()).toHaveLength(1);
  const forced = await it.run(publish, [], { force: true });
  expect(forced).toMatchObject({
    code: 0,
    out: expect.stringMatching(/\(move 2[\s\S]+check failed/),
  });
  expect(forced.out).not.toContain('publish failed');
  expect((await it.run(diff, [])).out).toMatch(
    /Thing\.size was removed \(breaking, used by web: Page\)/,
  );
});

test('what only the clients of a contract lose, by a rule of its own, is not published', async () => {
  const excluding = (tag: string) =>
    it.write('schema.yaml', `contracts:\n  shop: { exclude: [${tag}] }\n`);
  it.write('b/schema.graphql', sizesSdl('cost: Int @tag(name: "staff")'));
  excluding('nothing');
  await it.run(publish, []);
  excluding('staff');
  expect(await it.run(publish, [])).toMatchObject({
    code: 1,
    out: expect.stringMatching(/Thing\.cost was removed/),
  });
});

test('one subgraph is published alone, the others stay as they are published', async () => {
  await it.run(publish, []);
  it.write('a/schema.graphql', thingsSdl('colour: String'));
  it.write('b/schema.graphql', sizesSdl('weight: Int'));
  await it.run(publish, [], { subgraph: ['a'] });
  const sdl = await supergraph();
  expect(sdl).toContain('colour');
  expect(sdl).not.toContain('weight');
  expect(await it.run(publish, [], { subgraph: ['c'] })).toMatchObject({ code: 'misused' });
  expect(await it.run(publish, [], { delete: ['b'], force: true })).toMatchObject({ code: 0 });
  expect(await supergraph()).not.toContain('size');
});

test('two teams that publish at once both get what they published', async () => {
  await it.run(publish, []);
  it.write('a/schema.graphql', thingsSdl('colour: String'));
  it.write('b/schema.graphql', sizesSdl('weight: Int'));
  const both = await Promise.all(
    ['a', 'b'].map((name) => it.run(publish, [], { subgraph: [name] })),
  );
  expect(both).toMatchObject([{ code: 0 }, { code: 0 }]);
  const sdl = await supergraph();
  expect(sdl).toContain('colour');
  expect(sdl).toContain('weight');
  expect(await releases()).toHaveLength(3);
});

test('a publisher that expects another release is refused', async () => {
  expect(await it.run(publish, [], { expect: 'none' })).toMatchObject({ code: 0 });
  it.write('a/schema.graphql', thingsSdl('more: Int'));
  expect(await it.run(publish, [], { expect: 'none' })).toMatchObject({
    code: 1,
    progress: expect.stringMatching(/points at [0-9a-f]{12}, not at none/),
  });
  const [held = ''] = await releases();
  const expected = held.split(' ')[1] ?? '';
  expect(await it.run(publish, [], { expect: expected })).toMatchObject({ code: 0 });
});

test('a second rollback goes further back, and what was rolled back can come again', async () => {
  for (const more of ['', 'one: Int', 'two: Int']) {
    it.write('a/schema.graphql', thingsSdl(more));
    await it.run(publish, [], { force: true });
  }
  await it.run(rollback, [], { message: 'two was slow' });
  expect(await supergraph()).toContain('one: Int');
  await it.run(rollback, []);
  expect(await supergraph()).not.toMatch(/one: Int|two: Int/);
  expect(await it.run(rollback, [])).toMatchObject({ code: 'misused' });
  const [, , two = ''] = await releases();
  expect(await it.run(rollback, [two.split(' ')[1] ?? ''])).toMatchObject({ code: 0 });
  expect(await supergraph()).toContain('two: Int');
  expect((await releases()).map((move) => move.split(' ')[0])).toEqual([
    'rollback',
    'rollback',
    'rollback',
    'publish',
    'publish',
    'publish',
  ]);
});

test('a changelog tells in words what changed, and of which subgraph', async () => {
  await it.run(publish, []);
  it.write('a/schema.graphql', thingsSdl('more: Int'));
  it.git('commit', '--all', '--quiet', '--message=more');
  await it.run(publish, []);
  const { out } = await it.run(diff, []);
  expect(out).toMatch(/^From production~1 \([0-9a-f]{12}\) to production \([0-9a-f]{12}\)/);
  expect(out).toMatch(
    /Subgraphs\n {2}a: schema [0-9a-f]{12} → [0-9a-f]{12}, commit [0-9a-f]{7} → /,
  );
  const markdown = await it.run(diff, ['production', 'production~1'], { format: 'markdown' });
  expect(markdown.out).toMatch(/^## From production .*\n\n[\s\S]*### Subgraphs\n\n- a: schema/);
  expect((await it.run(diff, ['production', 'production'])).out).toContain('Nothing changed.');
  expect(await it.run(diff, ['nowhere'])).toMatchObject({
    code: 'misused',
    progress: expect.stringContaining('only production'),
  });
});

test('a release goes from one variant to another as it is, checked there', async () => {
  await it.run(publish, []);
  it.write('b/schema.graphql', sizesSdl('weight: Int'));
  await it.run(publish, [], { variant: 'staging' });
  it.write('b/schema.graphql', sizesSdl('unfinished: Int'));
  expect(await it.run(rollback, ['staging'])).toMatchObject({
    code: 'misused',
    progress: expect.stringContaining('publish --release'),
  });
  expect((await it.run(publish, [], { release: 'staging' })).out).toMatch(
    /^staging \([0-9a-f]{12}\) compared with production/,
  );
  const [sdl, staged] = [await supergraph(), await supergraph('staging')];
  expect(sdl).toBe(staged);
  it.write('web/page.graphql', 'query Page { thing { weight } }');
  it.write('schema.yaml', 'operations:\n  - { client: web, files: web/*.graphql }\n');
  expect(await it.run(publish, [], { release: 'production~1' })).toMatchObject({ code: 1 });
});

test('contracts are part of a release, and one that is no schema is never published', async () => {
  it.write('b/schema.graphql', sizesSdl('weight: Int @tag(name: "internal")'));
  it.write('schema.yaml', 'contracts: { public: { exclude: [internal] } }\n');
  expect(await it.run(publish, [])).toMatchObject({ code: 0 });
  const { out: api } = await it.run(fetch, [], { part: 'contract-api:public' });
  expect(api).toContain('size: Int');
  expect(api).not.toContain('weight');
  expect((await it.run(fetch, [], { part: 'contract:public' })).out).toContain('join__Graph');
  it.write('a/schema.graphql', thingsSdl().replace(': Thing', ': Thing @tag(name: "internal")'));
  expect(await it.run(publish, [], { force: true })).toMatchObject({
    code: 1,
    out: expect.stringContaining('public'),
  });
  const elsewhere = { force: true, registry: `${it.registry()}-first` };
  expect(await it.run(publish, [], elsewhere)).toMatchObject({ code: 1 });
  expect(await releases()).toHaveLength(1);
});

test('a registry that was damaged is told of by name', async () => {
  await it.run(publish, []);
  const { supergraph: hash } = JSON.parse((await it.run(fetch, [], { part: 'release' })).out);
  rmSync(textFile(it.registry(), hash));
  expect(await it.run(fetch, [])).toMatchObject({
    code: 'misused',
    progress: expect.stringMatching(/^Release [0-9a-f]{12} cannot be read: the registry lacks/),
  });
  writeFileSync(moveFile(it.registry(), 'production', 2), '{');
  expect(await it.run(history, [])).toMatchObject({
    code: 'misused',
    progress: expect.stringContaining('the move 2 of production'),
  });
});

test('old releases are dropped, and a part of one goes to a file', async () => {
  for (const more of ['', 'one: Int', 'two: Int']) {
    it.write('a/schema.graphql', thingsSdl(more));
    await it.run(publish, [], { force: true });
  }
  await it.run(prune, [], { keep: '2' });
  expect(await releases()).toHaveLength(2);
  expect(await it.run(fetch, ['production~2'])).toMatchObject({ code: 'misused' });
  await it.run(fetch, ['production~1'], { part: 'api', output: 'api.graphql' });
  expect(readFileSync(path.join(it.root, 'api.graphql'), 'utf8')).toContain('one: Int');
  expect(await it.run(fetch, [], { part: 'subgraph:c' })).toMatchObject({ code: 'misused' });
});
