import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINA, PASSWORD, post } from '../e2e/client.ts';
import { dataFolder, freeOffset, type StackProcess, startStack } from '../stack-process.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
let copy: string;
let data: string;
let stack: StackProcess;

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'souk-scaffold-'));
  data = await dataFolder();
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of files
    .trim()
    .split('\n')
    .filter((each) => existsSync(path.join(ROOT, each)))) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    cpSync(path.join(ROOT, file), path.join(copy, file));
  }
  for (const folder of ['.', ...globSync('{*,subgraphs/*}', { cwd: copy })]) {
    const modules = path.join(ROOT, folder, 'node_modules');
    if (existsSync(modules)) symlinkSync(modules, path.join(copy, folder, 'node_modules'));
  }
}, 60_000);
afterAll(async () => {
  await stack?.stop();
  for (const folder of [copy, data]) rmSync(folder, { recursive: true, force: true });
}, 60_000);

const scaffold = (...args: string[]) =>
  execFileSync(process.execPath, ['stack/scaffold/main.ts', ...args], {
    cwd: copy,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

test('a name that is taken makes nothing', () => {
  expect(() => scaffold('orders')).toThrow(/subgraph orders already/);
});

test('a sixth subgraph composes and answers at once, joined to the rest of the graph', async () => {
  expect(scaffold('reviews', '--no-install')).toContain('Made subgraphs/reviews');
  execFileSync(process.execPath, ['schema/src/main.ts', 'compose', '--check'], { cwd: copy });
  stack = await startStack({
    root: copy,
    dataDirectory: data,
    portOffset: await freeOffset(),
    args: ['--only', 'accounts,products,reviews'],
  });
  const ask = (query: string, token?: string) =>
    post(`${stack.addresses.router}/graphql`, query, { token });

  const session = await ask(
    `mutation { signIn(input: { email: "${MINA}", password: "${PASSWORD}" }) { accessToken } }`,
  );
  expect(session.errors).toBeUndefined();
  const { data: shelf } = await ask('{ products(first: 1) { nodes { id title } } }');
  const [product] = shelf.products.nodes;
  const added = await ask(
    `mutation { addReview(input: { productId: "${product.id}", body: "Lovely." }) { id } }`,
    session.data.signIn.accessToken,
  );
  expect(added.errors).toBeUndefined();

  const answer = await ask(
    `{ product(id: "${product.id}") { title reviews { nodes { body product { title } author { name } } } } }`,
    session.data.signIn.accessToken,
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data.product.reviews.nodes).toEqual([
    {
      body: 'Lovely.',
      product: { title: product.title },
      author: { name: expect.stringMatching(/\S/) },
    },
  ]);
}, 120_000);
