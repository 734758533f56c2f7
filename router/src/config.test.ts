import { expect, test } from 'vitest';
import { parseConfig, RouterEnv, readCommand } from './config.ts';

const defaults = { SUPERGRAPH_FILE: 'default.graphql', EXAMPLES_DIR: 'examples' };

test('flags win over the environment, the environment over defaults', () => {
  const env = { PORT: '5000', SUPERGRAPH_FILE: 'env.graphql', HOST: '' };
  expect(parseConfig(['--port', '6000'], env, defaults)).toMatchObject({
    PORT: 6_000,
    SUPERGRAPH_FILE: 'env.graphql',
    HOST: '127.0.0.1',
    INTROSPECTION: true,
    CORS_ORIGINS: true,
  });
});

test('production hides the schema and the landing page unless told otherwise', () => {
  const env = {
    NODE_ENV: 'production',
    LANDING_PAGE: 'true',
    CORS_ORIGINS: 'https://a, https://b',
  };
  expect(parseConfig([], env, defaults)).toMatchObject({
    INTROSPECTION: false,
    LANDING_PAGE: true,
    CORS_ORIGINS: ['https://a', 'https://b'],
  });
});

test('origins are what browsers send, or they would never be met', () => {
  const origins = 'https://a.example:8443, capacitor://localhost, null';
  expect(parseConfig([], { CORS_ORIGINS: origins }, defaults)?.CORS_ORIGINS).toHaveLength(3);
  for (const wrong of [
    'https://a.example/',
    'a.example',
    'https://A.example',
    '*, https://a',
    '',
  ]) {
    const env = { CORS_ORIGINS: `https://b, ${wrong}` };
    expect(() => parseConfig([], env, defaults), wrong).toThrow(/CORS_ORIGINS/);
  }
});

test('errors name every key at fault', () => {
  const env = { PORT: 'x', JWKS_URL: 'nowhere', MAX_DEPTH: '0' };
  expect(() => parseConfig([], env, defaults)).toThrow(/PORT[\s\S]*MAX_DEPTH[\s\S]*JWKS_URL/);
  expect(() => parseConfig(['--prot', '1'], {}, defaults)).toThrow(/--prot/);
});

test('help names every flag and key', () => {
  const asked = readCommand(['--help'], {}, defaults);
  const text = 'text' in asked ? asked.text : '';
  for (const key of Object.keys(RouterEnv.shape)) expect(text).toContain(key);
  expect(text).toContain('--supergraph FILE|URL|registry:DIR');
});

test('a supergraph by URL takes the place of a file, unless a stronger source has a file', () => {
  const env = { SUPERGRAPH_URL: 'https://env.test/graph' };
  expect(parseConfig(['--supergraph', 'https://a.test/'], {}, defaults)).toMatchObject({
    SUPERGRAPH_URL: 'https://a.test/',
  });
  expect(parseConfig([], env, defaults)?.SUPERGRAPH_FILE).toBeUndefined();
  const config = parseConfig(['--supergraph', 'a.graphql'], env, defaults);
  expect(config?.SUPERGRAPH_FILE).toBe('a.graphql');
  expect(config?.SUPERGRAPH_URL).toBeUndefined();
  expect(() => parseConfig([], { ...env, SUPERGRAPH_FILE: 'b' }, defaults)).toThrow(/only one/);
});

test('a registry is a directory that is marked, or a postgres URL', () => {
  const directory = ['--supergraph', 'registry:./registry', '--variant', 'staging'];
  expect(parseConfig(directory, {}, defaults)).toMatchObject({
    SUPERGRAPH_REGISTRY: './registry',
    SUPERGRAPH_VARIANT: 'staging',
  });
  expect(parseConfig(directory, {}, defaults)?.SUPERGRAPH_FILE).toBeUndefined();
  expect(parseConfig(['--supergraph', 'postgres://r@h/d'], {}, defaults)).toMatchObject({
    SUPERGRAPH_REGISTRY: 'postgres://r@h/d',
    SUPERGRAPH_VARIANT: 'production',
  });
  expect(() => parseConfig(['--variant', '../x'], {}, defaults)).toThrow(/SUPERGRAPH_VARIANT/);
});
