import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../tests/repository.ts';
import { Misuse } from '../exit-codes.ts';
import { gitTree } from './git-tree.ts';

const { root, git, write, commit } = repository();
const first = commit({
  'a.graphql': 'type A\r\n',
  'rest/b.graphql': 'type B',
  'rest/größe.graphql': 'type C',
  'rest/deep/d.graphql': 'type D',
  'rest/empty.graphql': '',
});
commit({ 'a.graphql': 'type A2' });
write({ 'a.graphql': 'type A3', 'rest/new.graphql': 'type N' });

test('a commit is read byte for byte, whatever the working tree has', () => {
  expect(gitTree(root, first).read('a.graphql')).toBe('type A\r\n');
  expect(gitTree(root, 'HEAD').read('a.graphql')).toBe('type A2');
  expect(git('status', '--porcelain')).toBe(' M a.graphql\n?? rest/new.graphql\n');
});

test('what a commit does not have is null, folders too', () => {
  expect(gitTree(root, 'HEAD').read('rest/new.graphql')).toBeNull();
  expect(gitTree(root, 'HEAD').read('rest')).toBeNull();
});

test('globs find files by the pattern, sorted, with names of any letters', () => {
  const tree = gitTree(root, 'main');
  expect(tree.glob('rest/*.graphql')).toEqual([
    'rest/b.graphql',
    'rest/empty.graphql',
    'rest/größe.graphql',
  ]);
  expect(tree.read('rest/empty.graphql')).toBe('');
  expect(tree.glob('**/d.graphql')).toEqual(['rest/deep/d.graphql']);
  expect(tree.read('rest/größe.graphql')).toBe('type C');
});

test('paths are relative to the folder that is asked, below the root too', () => {
  const tree = gitTree(path.join(root, 'rest'), 'HEAD');
  expect(tree.read('b.graphql')).toBe('type B');
  expect(tree.glob('*.graphql')).toEqual(['b.graphql', 'empty.graphql', 'größe.graphql']);
});

test('what stands beside the folder that is asked is read by ../', () => {
  const tree = gitTree(path.join(root, 'rest/deep'), first);
  expect([tree.read('d.graphql'), tree.read('../../a.graphql')]).toEqual(['type D', 'type A\r\n']);
  expect(tree.glob('../b*.graphql')).toEqual(['../b.graphql']);
  expect(tree.glob('./*.graphql')).toEqual(['d.graphql']);
});

test('a link is read as what it leads to, as on disk', () => {
  const linked = repository();
  linked.write({ 'shared/a.graphql': 'type A' });
  symlinkSync('shared/a.graphql', path.join(linked.root, 'a.graphql'));
  symlinkSync('../a.graphql', path.join(linked.root, 'shared/b.graphql'));
  symlinkSync('loop.graphql', path.join(linked.root, 'loop.graphql'));
  symlinkSync('/nowhere.graphql', path.join(linked.root, 'out.graphql'));
  linked.commit({});
  const { read } = gitTree(linked.root, 'HEAD');
  const files = ['a.graphql', 'shared/b.graphql', 'loop.graphql', 'out.graphql'];
  expect(files.map(read)).toEqual(['type A', 'type A', null, null]);
});

test('a file that was taken away from disk is still read from the commit', () => {
  rmSync(path.join(root, 'rest/b.graphql'));
  expect(gitTree(root, 'HEAD').read('rest/b.graphql')).toBe('type B');
});

test('three dots are where a branch and what is checked out parted', () => {
  const fork = repository();
  const parting = fork.commit({ 'a.graphql': 'type A' });
  fork.git('switch', '--quiet', '--create', 'topic');
  fork.commit({ 'a.graphql': 'type B' });
  fork.git('switch', '--quiet', 'main');
  fork.commit({ 'new.graphql': 'type N' });
  fork.git('switch', '--quiet', 'topic');
  const tree = gitTree(fork.root, 'main...');
  expect(tree.name).toBe(`main... (${parting.slice(0, 7)})`);
  expect([tree.read('a.graphql'), tree.read('new.graphql')]).toEqual(['type A', null]);
});

test.each(['nowhere...', 'nowhere', '--output=x', 'HEAD:a.graphql'])(
  '%s is no commit, and says so',
  (revision) => {
    expect(() => gitTree(root, revision)).toThrow(Misuse);
  },
);

test('the tree is named as people call it', () => {
  expect(gitTree(root, first).name).toBe(`${first} (${first.slice(0, 7)})`);
});

test('a folder without a repository is refused by what git says', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'no-repository-'));
  expect(() => gitTree(folder, 'HEAD')).toThrow(/^git says: not a git repository/);
});
