import { expect, test } from 'vitest';
import type { Comparison } from '../check/checker.ts';
import { sideOf } from '../check/side.ts';
import { events } from './events-checker.ts';

const SOURCE = `export const Opened = defineEvent('shop.opened.v1', z.object({ sku: z.string() }));
export const Sold = defineEvent(
  'shop.sold.v1',
  z.object({
    id: z.string(),
    lines: z.array(z.object({ sku: z.string() })),
  }),
);
`;
const object = (properties: object) => ({
  ...{ type: 'object', properties, required: Object.keys(properties) },
});
const text = { type: 'string' };
const sold = (line: object) => object({ id: text, lines: { type: 'array', items: object(line) } });
const catalog = (data: object, named: object = {}) =>
  JSON.stringify(
    {
      events: {
        'shop.sold.v1': {
          ...{ emitter: 'shop', data, ...named },
          consumers: { mail: { reads: sold({ sku: text }), source: 'mail.ts' } },
        },
      },
    },
    null,
    2,
  );
const side = (files: Record<string, string>) =>
  sideOf({ name: 'memory', read: (file) => files[file] ?? null, glob: () => [] }, []);
const found = async (base: Record<string, string>, head: Record<string, string>) =>
  await events.check({
    ...{ base: side(base), head: side(head), config: { events: { file: 'events.json' } } },
  } as unknown as Comparison);

const named = { name: 'Sold', source: 'shop.ts' };
const sources = {
  'shop.ts': SOURCE,
  'mail.ts': "import { Sold } from 'shop';\non(Sold.extend(), mail);",
};

test('a finding points at the field in the source, and at the line that reads the event', async () => {
  const base = { ...sources, 'events.json': catalog(sold({ sku: text }), named) };
  const head = { ...sources, 'events.json': catalog(sold({ sku: { type: 'integer' } }), named) };
  expect(await found(base, head)).toMatchObject([
    {
      ...{ rule: 'EVENT_FIELD_TYPE_CHANGED', coordinate: 'shop.sold.v1#lines[].sku' },
      place: { file: 'shop.ts', line: 6 },
      affected: [{ client: 'mail', place: { file: 'mail.ts', line: 2 } }],
    },
  ]);
});

test('a field that is gone points at its event', async () => {
  const base = { ...sources, 'events.json': catalog(sold({ sku: text }), named) };
  const gone = SOURCE.replace('array(z.object({ sku', 'array(z.object({ unit');
  const head = { 'shop.ts': gone, 'events.json': catalog(sold({ unit: text }), named) };
  expect((await found(base, head))[0]).toMatchObject({
    ...{ rule: 'EVENT_FIELD_REMOVED', place: { file: 'shop.ts', line: 3 } },
  });
});

test('without sources a finding points into the catalogue', async () => {
  const [finding] = await found(
    { 'events.json': catalog(sold({ sku: text })) },
    { 'events.json': catalog(sold({})) },
  );
  expect(finding).toMatchObject({ place: { file: 'events.json', line: 11 } });
});

test('a catalogue that is gone or cannot be read is told; one that is new is not', async () => {
  const catalogue = { 'events.json': catalog(sold({})) };
  expect(await found({}, catalogue)).toEqual([]);
  for (const head of [{}, { 'events.json': 'nonsense' }, { 'events.json': '{}' }]) {
    expect(await found(catalogue, head)).toMatchObject([{ rule: 'EVENTS_UNREADABLE' }]);
  }
});
