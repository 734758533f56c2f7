import { readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { check } from '../../src/commands/check.ts';
import { publish } from '../../src/commands/publish.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const FOLDER = path.join(ROOT, '.github/workflows');
const FILES = readdirSync(FOLDER);
const textOf = (file: string) => readFileSync(path.join(FOLDER, file), 'utf8');
const SUBGRAPHS = Object.keys(
  (parse(readFileSync(path.join(ROOT, 'supergraph.yaml'), 'utf8')) as { subgraphs: object })
    .subgraphs,
);

/** GitHub's parser imports its JSON as only bundlers allow; told to Node, it is imported as it is. */
async function githubsParser() {
  const hooks = registerHooks({
    load: (url, context, next) =>
      next(
        url,
        url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context,
      ),
  });
  try {
    return await import('@actions/workflow-parser');
  } finally {
    hooks.deregister();
  }
}

const github = await githubsParser();

/** What GitHub's own parser says of a workflow, with the workflows that it calls. */
async function problemsOf(name: string, content: string): Promise<string[]> {
  const { context, value } = github.parseWorkflow(
    { name, content },
    new github.NoOperationTraceWriter(),
  );
  if (value !== undefined) {
    const called = {
      getFileContent: async (reference: object) => {
        const file = 'path' in reference ? path.basename(String(reference.path)) : '';
        return { name: file, content: textOf(file) };
      },
    };
    const depth = { fetchReusableWorkflowDepth: 1 };
    await github.convertWorkflowTemplate(context, value, called, depth);
  }
  return context.errors.getErrors().map(({ message }) => message);
}

test.each(FILES)('GitHub understands %s', async (file) => {
  expect(await problemsOf(file, textOf(file))).toEqual([]);
});

test('a workflow that GitHub would refuse is found out', async () => {
  const broken = textOf('deploy-orders.yml');
  expect(await problemsOf('x.yml', broken.replace('with:', 'given:'))).not.toEqual([]);
  expect(await problemsOf('x.yml', broken.replace('inputs.takes', 'nothing.takes'))).not.toEqual(
    [],
  );
  const incomplete = broken.replace('      subgraph: orders\n', '');
  expect(await problemsOf('x.yml', incomplete)).not.toEqual([]);
});

test('every action of others is pinned to a commit, with its version beside', () => {
  const used = FILES.flatMap((file) => [...textOf(file).matchAll(/uses: (?!\.\/)(.*)$/gm)]);
  expect(used.length).toBeGreaterThan(5);
  for (const [, action] of used) expect(action).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test.each(SUBGRAPHS)('%s is deployed by itself, when something changes that it runs', (name) => {
  const { on, jobs } = parse(textOf(`deploy-${name}.yml`)) as {
    on: { push: { paths: string[] } };
    jobs: { deploy: { uses: string; with: { subgraph: string } } };
  };
  expect(jobs.deploy.with.subgraph).toBe(name);
  const fires = (file: string) => on.push.paths.some((glob) => path.matchesGlob(file, glob));
  const others = SUBGRAPHS.filter((other) => other !== name);
  expect(fires(`subgraphs/${name}/src/main.ts`)).toBe(true);
  expect(fires('platform/src/outbox.ts')).toBe(true);
  expect(others.filter((other) => fires(`subgraphs/${other}/schema.graphql`))).toEqual([]);
  expect(fires('router/src/main.ts')).toBe(false);
});

test.each([
  '.github/workflows/schema.yml',
  '.github/workflows/deploy-subgraph.yml',
  '.gitlab/schema.gitlab-ci.yml',
])('the commands in %s have the options that they are given', (file) => {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const lines = [...text.matchAll(/npm run --silent schema -- ((?:.|\\\n|\n +--)*)/g)];
  expect(lines.length).toBeGreaterThan(0);
  for (const [, line = ''] of lines) {
    const [name, ...args] = line.replaceAll('\\\n', ' ').trim().split(/\s+/);
    const command = { check, publish }[name ?? ''];
    expect(command, name).toBeDefined();
    const options = { options: command?.options ?? {}, args, allowPositionals: true };
    expect(parseArgs(options).positionals).toEqual([]);
  }
});

test.each([
  ['.github/workflows/schema.yml', "format('origin/{0}...', github.base_ref)"],
  ['.gitlab/schema.gitlab-ci.yml', '--base git:FETCH_HEAD...'],
])(
  '%s compares with where the branch left its base, which may have gone on since',
  (file, base) => {
    expect(readFileSync(path.join(ROOT, file), 'utf8')).toContain(base);
  },
);

test('the password of the registry is told to steps that publish, and to no package that is installed', () => {
  const { jobs } = parse(textOf('deploy-subgraph.yml')) as {
    jobs: Record<string, { env?: object; steps: { run?: string; env?: object }[] }>;
  };
  const steps = Object.values(jobs).flatMap((job) =>
    job.steps.map((step) => ({ run: step.run ?? '', env: { ...job.env, ...step.env } })),
  );
  const told = steps.filter(({ env }) => 'SCHEMA_REGISTRY' in env).map(({ run }) => run);
  expect(told).toEqual(steps.map(({ run }) => run).filter((run) => run.includes('publish')));
  expect(told).toHaveLength(4);
});

test.each(['.github/workflows/deploy-subgraph.yml', '.gitlab/schema.gitlab-ci.yml'])(
  '%s says so where the registry was not set, rather than publish into a folder of the runner',
  (file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    const asked = text.search(/\$\{SCHEMA_REGISTRY:\?|test -n "\$SCHEMA_REGISTRY"/);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(text.indexOf('schema -- publish'));
  },
);
