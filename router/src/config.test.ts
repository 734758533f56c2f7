import { expect, test } from 'vitest';
import { parseConfig } from './config.ts';

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

test('errors name every key at fault', () => {
  const env = { PORT: 'x', JWKS_URL: 'nowhere', MAX_DEPTH: '0' };
  expect(() => parseConfig([], env, defaults)).toThrow(/PORT[\s\S]*JWKS_URL[\s\S]*MAX_DEPTH/);
  expect(() => parseConfig(['--prot', '1'], {}, defaults)).toThrow(/--prot/);
});

test('help is no configuration', () => {
  expect(parseConfig(['--help'], {}, defaults)).toBeNull();
});
