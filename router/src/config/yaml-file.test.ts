import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Config, RouterEnv, readCommand } from '../config.ts';
import { configFiles } from './files.ts';
import { settingsOf } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'router-yaml-'));
const defaults = { SUPERGRAPH_FILE: 'default.graphql', EXAMPLES_DIR: 'examples' };
const settings = settingsOf(RouterEnv.shape);

function fileOf(text: string): string {
  const file = join(folder, 'router.yaml');
  writeFileSync(file, text);
  return file;
}

function ask(text: string, env: Record<string, string> = {}, ...flags: string[]) {
  return readCommand(['--config', fileOf(text), ...flags], env, defaults);
}

function read(text: string, env: Record<string, string> = {}, ...flags: string[]): Config {
  const asked = ask(text, env, ...flags);
  if ('text' in asked) throw new Error(asked.text);
  return asked.values;
}

function printed(text: string, env: Record<string, string> = {}, ...flags: string[]): string {
  const asked = ask(text, env, '--print-config', ...flags);
  return 'text' in asked ? asked.text : '';
}

test('the file gives what flags and environment do not', () => {
  const text = 'server: { port: 5000, host: 0.0.0.0 }\nlimits:\n  max_depth: 7\n';
  expect(read(text, { PORT: '5001', HOST: '' }, '--port', '5002')).toMatchObject({
    PORT: 5_002,
    HOST: '0.0.0.0',
    MAX_DEPTH: 7,
  });
  expect(read(text, { PORT: '5001' }).PORT).toBe(5_001);
  expect(readCommand([], { CONFIG_FILE: fileOf(text) }, defaults)).toMatchObject({
    values: { PORT: 5_000 },
  });
});

test('whatever is a list of names may be a YAML list', () => {
  const { SUBSCRIPTION_REPLAY_LAST: replayed } = read('subscriptions: { replay_last: [a, b] }');
  expect(replayed).toEqual(['a', 'b']);
});

test('lists and nested keys are YAML, files are relative to the file', () => {
  const config = read(`
supergraph: { file: graphs/shop.graphql }
cors: { origins: [https://a.test, https://b.test], credentials: true }
server: { trust_proxy: 2 }
authentication:
  issuers:
    - { jwks_url: https://keys.test/, audience: [x, y] }
transport:
  all: { max_in_flight: 9, insert_headers: { x-from_me: router } }
  subgraphs: { My_Products: { query_deadline_ms: 70 } }
`);
  expect(config).toMatchObject({
    SUPERGRAPH_FILE: join(folder, 'graphs/shop.graphql'),
    CORS_ORIGINS: ['https://a.test', 'https://b.test'],
    TRUST_PROXY: 2,
    TOKEN_ISSUERS: [{ jwksUrl: 'https://keys.test/', audience: ['x', 'y'] }],
    TRANSPORT: {
      all: { maxInFlight: 9, insertHeaders: { 'x-from_me': 'router' } },
      subgraphs: { My_Products: { queryDeadlineMs: 70 } },
    },
  });
});

test.each([
  [
    'a key that is not known',
    'server:\n  prot: 1',
    /server\.prot \(\S+router\.yaml:2\).*mean port/,
  ],
  ['a nested one', 'transport:\n  all:\n\n    retrys: 1', /all\.retrys \(\S+:4\).*mean retries/],
  [
    'a key that is there twice',
    'server: {}\nserver: {}',
    /router\.yaml:2: Map keys must be unique/,
  ],
  ['a value out of range', 'limits:\n  max_depth: 0', /limits\.max_depth \(\S+:2\): Too small/],
  [
    'a nested one out of range',
    'transport:\n  all:\n    retries: -1',
    /retries \(\S+:3\): Too small/,
  ],
  ['a number in quotes', 'server: { port: "1" }', /server\.port \(\S+:1\): must be a number/],
  ['text for a switch', 'landing: { enabled: maybe }', /must be true or false/],
  ['a list for a text', 'server: { host: [a] }', /must be text/],
  ['a key without a value', 'server: { host: }', /must be text/],
  ['no YAML', 'a: [', /router\.yaml:1/],
  ['no map', '- a', /not a map/],
])('%s is refused by its name and line', (_, text, message) => {
  expect(() => read(text)).toThrow(message);
});

test('an error of the environment is told by the name of the variable', () => {
  expect(() => read('limits: { max_depth: 5 }', { MAX_DEPTH: '0' })).toThrow(/ {2}MAX_DEPTH: /);
  expect(() => read('').PORT).not.toThrow();
});

test('what is printed tells where values come from, hides secrets, and configures the same', () => {
  const text = 'supergraph: { url: "https://me:pw@a.test/", authorization: Bearer abc }';
  const out = printed(text, { MAX_DEPTH: '8', FETCH_DEADLINE_MS: '77' }, '--port', '1');
  expect(out).toMatch(/port: 1 # flag/);
  expect(out).toMatch(/max_depth: 8 # environment, MAX_DEPTH/);
  expect(out).toMatch(/url: \S+ # \S+router\.yaml:1/);
  expect(out).toMatch(/max_tokens: 10000 # default/);
  expect(out).not.toMatch(/abc|pw/);
  expect(parse(out)).toMatchObject({ transport: { all: { query_deadline_ms: 77 } } });
  expect(read(out)).toMatchObject({ PORT: 1, MAX_DEPTH: 8 });
});

test('every key has a path and a description, and the files in the tree are those of the keys', () => {
  for (const { env, description } of settings) expect(`${env} ${description}`).toMatch(/\.$/);
  for (const [name, text] of Object.entries(configFiles())) {
    const committed = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
    expect(committed === text, `router/${name} is stale, run npm run generate`).toBe(true);
  }
});

test('the example has every key, fits the schema, and changes nothing', () => {
  const files = configFiles();
  const example = files['router.yaml'] ?? '';
  for (const { env, isShorthand } of settings) {
    if (!isShorthand) expect(example).toContain(`[${env}]`);
  }
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(files['router.schema.json'] ?? ''),
  );
  const groups = (value: unknown): unknown =>
    value === null
      ? {}
      : typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, groups(inner)]))
        : value;
  validate(groups(parse(example)));
  expect(validate.errors).toBeNull();
  const { values } = readCommand([], {}, defaults) as { values: Config };
  expect(read(example)).toEqual(values);
});
