import { describe, expect, test } from 'vitest';
import { cycles } from './cycles.ts';
import { badNames, barrels, commerceWords, processReaders } from './habits.ts';
import { type Source, sources } from './sources.ts';
import { impureDomains, wallViolations } from './walls.ts';

const ours = sources();
const planted = (path: string, text: string): Source[] => [{ path, text }];

test('the tests see the sources of every house', () => {
  for (const house of ['platform', 'contracts', 'router', 'stack', 'schema', 'subgraphs/orders']) {
    expect(ours.some(({ path }) => path.startsWith(`${house}/src/`))).toBe(true);
  }
});

describe('import walls', () => {
  test('imports run main → compose → edges → app → domain → contracts, platform', () => {
    expect(wallViolations(ours)).toEqual([]);
  });

  test.each([
    ['a domain that imports an app', 'subgraphs/orders/src/domain/cart.ts', '../app/carts.ts'],
    ['an app that imports a store', 'subgraphs/orders/src/app/carts.ts', '../store/carts.ts'],
    [
      'a resolver that imports a store',
      'subgraphs/orders/src/graphql/cart.ts',
      '../store/carts.ts',
    ],
    [
      'a provider that imports a store',
      'subgraphs/payments/src/provider/stripe.ts',
      '../store/payments.ts',
    ],
    ['a bus that imports a provider', 'subgraphs/payments/src/bus/in.ts', '../provider/stripe.ts'],
    ['a store that imports rpc', 'subgraphs/orders/src/store/carts.ts', '../rpc/offers.ts'],
    ['a main that skips compose', 'subgraphs/orders/src/main.ts', './store/carts.ts'],
    ['a subgraph in a subgraph', 'subgraphs/orders/src/app/a.ts', '../../../products/src/app/b.ts'],
    ['the same by package', 'subgraphs/orders/src/app/a.ts', '@souk/products/app/b'],
    ['a router that imports a subgraph', 'router/src/a.ts', '../../subgraphs/orders/src/app/b.ts'],
    ['a platform that imports contracts', 'platform/src/a.ts', '@souk/contracts/money'],
    ['contracts that import platform', 'contracts/src/a.ts', '@souk/platform/errors'],
    ['a storefront that imports ours', 'storefront/src/a.tsx', '@souk/contracts/money'],
  ])('the wall catches %s', (_, path, target) => {
    expect(wallViolations(planted(path, `import { x } from '${target}';`))).toHaveLength(1);
    expect(wallViolations(planted(path, `import type { X } from '${target}';`))).toHaveLength(1);
    expect(wallViolations(planted(path, `const x = await import('${target}');`))).toHaveLength(1);
  });

  test('a domain imports nothing that does I/O', () => {
    expect(impureDomains(ours)).toEqual([]);
  });

  test.each(['graphql', 'drizzle-orm', 'node:fs', '@souk/platform/database'])(
    'a domain that imports %s is caught',
    (target) => {
      const file = planted('subgraphs/orders/src/domain/cart.ts', `import x from '${target}';`);
      expect(impureDomains(file)).toHaveLength(1);
    },
  );
});

describe('cycles', () => {
  test('no file imports itself by way of others', () => {
    expect(cycles(ours)).toEqual([]);
  });

  test('a cycle over three files is caught', () => {
    const found = cycles([
      { path: 'router/src/a.ts', text: "import './b.ts';" },
      { path: 'router/src/b.ts', text: "export * from './c.ts';" },
      { path: 'router/src/c.ts', text: "import type { A } from './a.ts';" },
    ]);
    expect(found).toEqual([
      ['router/src/a.ts', 'router/src/b.ts', 'router/src/c.ts', 'router/src/a.ts'],
    ]);
  });
});

describe('habits', () => {
  test('platform has not one commerce word in it', () => {
    expect(commerceWords(ours)).toEqual([]);
  });

  test('a commerce word in platform is caught', () => {
    expect(commerceWords(planted('platform/src/a.ts', '/** Locks the order. */'))).toHaveLength(1);
    expect(commerceWords(planted('platform/src/a.ts', 'const prices = 1;'))).toHaveLength(1);
  });

  test('only main.ts reads process.*', () => {
    expect(processReaders(ours)).toEqual([]);
  });

  test('a config that reads process.env by itself is caught', () => {
    const file = planted('subgraphs/orders/src/config.ts', 'const url = process.env.DATABASE_URL;');
    expect(processReaders(file)).toHaveLength(1);
  });

  test('file names are kebab-case and say something', () => {
    expect(badNames(ours)).toEqual([]);
  });

  test.each(['router/src/utils.ts', 'router/src/helpers/a.ts', 'router/src/queryPlan.ts'])(
    'the name %s is caught',
    (path) => expect(badNames(planted(path, ''))).toHaveLength(1),
  );

  test('there are no barrels', () => {
    expect(barrels(ours)).toEqual([]);
  });

  test('a barrel is caught', () => {
    const file = planted(
      'router/src/index.ts',
      "export * from './a.ts';\nexport { b } from './b.ts';",
    );
    expect(barrels(file)).toHaveLength(1);
  });
});
