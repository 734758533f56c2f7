import { expect, test } from 'vitest';
import type { Io } from '../command.ts';
import { readSchemaConfig } from '../config/schema-config.ts';
import { Misuse } from '../exit-codes.ts';
import { registryOf, variantOf } from './registry-options.ts';

const io = (env: Io['env']): Io => ({
  ...{ out: () => {}, progress: () => {}, cwd: '/', env },
  signal: new AbortController().signal,
});
const config = (text: string) =>
  readSchemaConfig({ name: 'test', read: () => text, glob: () => [] }, 'schema.yaml');

test('a flag wins over the environment, the environment over the configuration', () => {
  const env = { SCHEMA_REGISTRY: 'postgres://registry@db/schema' };
  const given = config('registry: .registry');
  expect(registryOf({ registry: 'there' }, io(env), given)).toBe('there');
  expect(registryOf({}, io(env), given)).toBe(env.SCHEMA_REGISTRY);
  expect(registryOf({}, io({}), given)).toBe('.registry');
  expect(() => registryOf({}, io({}), config(''))).toThrow(Misuse);
});

test.each(['', '../production', 'Production', 'a/b', '.hidden', true])(
  '%j is no name of a variant',
  (variant) => expect(() => variantOf({ variant })).toThrow(Misuse),
);

test.each(['production', 'shop.production', 'eu-1'])('%s is the name of a variant', (variant) =>
  expect(variantOf({ variant })).toBe(variant),
);
