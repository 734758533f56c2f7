import { expect, test } from 'vitest';
import type { Comparison } from '../check/checker.ts';
import { sideOf } from '../check/side.ts';
import { BufMissing, bufBreaking } from './buf.ts';
import { rpc } from './rpc-checker.ts';

const PROTO = `syntax = "proto3";
package shop.v1;
service Offers {
  rpc Quote(Request) returns (Request);
}
message Request {
  string sku = 1;
  int32 count = 2;
}
`;
const tree = (proto: string | null) => {
  const files = new Map<string, string | null>([
    ['protos/buf.yaml', 'version: v2\nbreaking: { use: [FILE] }\n'],
    ['protos/shop/v1/offers.proto', proto],
  ]);
  return {
    name: 'memory',
    read: (file: string) => files.get(file) ?? null,
    glob: () => ['protos/shop/v1/offers.proto'],
  };
};
const check = async (base: string | null, head: string | null, module = 'protos') =>
  await rpc.check({
    ...{ base: sideOf(tree(base), []), head: sideOf(tree(head), []), config: { rpc: { module } } },
    signal: new AbortController().signal,
  } as unknown as Comparison);

test('a method that is gone is found where its service stands', async () => {
  const findings = await check(PROTO, PROTO.replace('rpc Quote', 'rpc QuoteAll'));
  expect(findings).toMatchObject([
    {
      ...{ rule: 'RPC_NO_DELETE', severity: 'breaking', level: 'error' },
      coordinate: 'shop.v1.Offers/Quote',
      place: { file: 'protos/shop/v1/offers.proto', line: 3 },
    },
  ]);
});

test('a field of another type is found on its line', async () => {
  const findings = await check(PROTO, PROTO.replace('int32 count', 'string count'));
  expect(findings).toMatchObject([
    { coordinate: 'shop.v1.Request.count', place: { line: 8, column: 3 } },
  ]);
});

test('protos that are the same are not looked at, even where they are wrong', async () => {
  expect(await check('nonsense', 'nonsense')).toEqual([]);
});

test('protos that do not compile are invalid', async () => {
  const findings = await check(PROTO, PROTO.replace('message', 'massage'));
  expect(findings[0]).toMatchObject({ rule: 'COMPILE', severity: 'invalid' });
  expect(findings.map(({ place }) => place?.line)).toContain(6);
});

test('a module that is not there is told, not passed over', async () => {
  expect(await check(PROTO, PROTO, 'nowhere')).toMatchObject([{ rule: 'RPC_NOT_COMPARED' }]);
});

test('a machine without buf is told so', async () => {
  const { signal } = new AbortController();
  const folders = { head: 'head', base: 'base' };
  await expect(bufBreaking('.', folders, signal, 'no-such-program')).rejects.toThrow(BufMissing);
});
