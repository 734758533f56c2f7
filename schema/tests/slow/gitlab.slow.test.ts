import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const TEMPLATE = '.gitlab/schema.gitlab-ci.yml';
const runner = fileURLToPath(import.meta.resolve('gitlab-ci-local/package.json'));
const bin = path.join(path.dirname(runner), 'dist/index.js');

const folder = mkdtempSync(path.join(tmpdir(), 'gitlab-'));
afterAll(() => rmSync(folder, { recursive: true }));
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
    ...{ cwd: folder, stdio: 'pipe', encoding: 'utf8' },
  });
mkdirSync(path.join(folder, '.gitlab'));
copyFileSync(path.join(ROOT, TEMPLATE), path.join(folder, TEMPLATE));
git('init', '--quiet', '--initial-branch=main');
git('remote', 'add', 'origin', 'git@gitlab.example.com:shop/souk.git');

writeFileSync(
  path.join(folder, '.gitlab-ci.yml'),
  `include: { local: ${TEMPLATE} }
deploy orders: { extends: .deploy-subgraph, variables: { SUBGRAPH: orders } }
`,
);

/** The jobs that run when a file has changed since `main`, as GitLab's rules have it. */
function jobs(changed: string, ...variables: string[]): string[] {
  git('add', '.');
  git('commit', '--quiet', '--allow-empty', '--message=Before');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  mkdirSync(path.dirname(path.join(folder, changed)), { recursive: true });
  writeFileSync(path.join(folder, changed), '');
  git('add', '.');
  git('commit', '--quiet', '--message=After');
  const given = variables.flatMap((variable) => ['--variable', variable]);
  const listed = execFileSync(
    process.execPath,
    [bin, '--list-json', '--ignore-predefined-vars', 'CI_PIPELINE_SOURCE', ...given],
    { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const all = JSON.parse(listed) as { name: string; when: string }[];
  return all.filter(({ when }) => when !== 'never').map(({ name }) => name);
}

test('GitLab understands the template, and a merge request is checked', () => {
  expect(jobs('subgraphs/products/a.ts', 'CI_PIPELINE_SOURCE=merge_request_event')).toEqual([
    'schema',
  ]);
});

test('a change of its own deploys a subgraph, that of another does not', () => {
  expect(jobs('subgraphs/orders/src/a.ts')).toEqual(['deploy orders']);
  expect(jobs('subgraphs/products/b.ts')).toEqual([]);
});

test('a template that GitLab would refuse is found out', () => {
  const file = path.join(folder, TEMPLATE);
  const whole = readFileSync(file, 'utf8');
  writeFileSync(file, whole.replace('reports:', 'report:'));
  expect(() => jobs('c.ts')).toThrow(/report/);
});
