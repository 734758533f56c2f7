import { stageSubgraph } from '../../../tests/staged-subgraph.ts';
import { type TestScope, testEnv, testScope } from '../../../tests/subgraph.ts';
import { compose } from '../src/compose.ts';
import { parseConfig } from '../src/config.ts';

/** A readable UUIDv7 for the nth thing of a kind. */
export const idOf = (kind: number, n: number): string =>
  `01900000-000${kind}-7000-8000-${String(n).padStart(12, '0')}`;

/** An id that nothing has. */
export const NOBODY = idOf(2, 999_999);

const category = (n: number, slug: string, parentSlug: string | null, en: string, ko: string) => ({
  kind: 'category',
  id: idOf(1, n),
  slug,
  parentSlug,
  position: n,
  name: { en, ko },
  description: { en: `${en}.`, ko: `${ko}.` },
});

const CATEGORIES = [
  category(1, 'kitchen', null, 'Kitchen', '주방'),
  category(2, 'cups', 'kitchen', 'Cups', '컵'),
  category(3, 'knives', 'kitchen', 'Knives', '칼'),
  category(4, 'clothing', null, 'Clothing', '의류'),
  category(5, 'tops', 'clothing', 'Tops', '상의'),
];

const SIZES = [
  { code: 's', name: { en: 'Small', ko: '소' } },
  { code: 'm', name: { en: 'Medium', ko: '중' } },
];
const COLOURS = [
  { code: 'ink', name: { en: 'Ink', ko: '먹색' } },
  { code: 'sand', name: { en: 'Sand', ko: '모래색' } },
  { code: 'moss', name: { en: 'Moss', ko: '이끼색' } },
];
const KINDS = [
  {
    slug: 'cups',
    en: 'Ceramic mug',
    ko: '도자기 머그컵',
    material: ['ceramic', 'Ceramic', '도자기'],
  },
  { slug: 'knives', en: 'Paring knife', ko: '과도', material: ['steel', 'Steel', '강철'] },
  { slug: 'tops', en: 'Linen shirt', ko: '린넨 셔츠', material: ['linen', 'Linen', '린넨'] },
] as const;
const BRANDS = ['Onggi', 'Haneul', 'Fjord & Co'];

/** The nth product; every seventh is sold out, every eleventh a draft. Prices repeat on purpose. */
export function productRecord(n: number) {
  const kind = KINDS[n % KINDS.length] ?? KINDS[0];
  const colours = COLOURS.slice(0, 1 + (n % 3));
  const won = 5_000 + (n % 10) * 12_000;
  const variants = colours.flatMap((colour, c) =>
    SIZES.map((size, s) => ({
      id: idOf(3, n * 10 + c * 2 + s),
      sku: `SKU-${n}-${colour.code}-${size.code}`.toUpperCase(),
      options: { size: size.code, colour: colour.code },
      prices: { KRW: won + s * 1_000, USD: 500 + (n % 10) * 1_000, EUR: 450 + (n % 10) * 900 },
      weightGrams: 100 + n,
      stock: n % 7 === 0 ? 0 : 3 + c,
    })),
  );
  return {
    kind: 'product',
    id: idOf(2, n),
    slug: `product-${n}`,
    categorySlug: kind.slug,
    brand: BRANDS[n % 4 === 0 ? 0 : n % BRANDS.length],
    title: { en: `${kind.en} ${n % 12}`, ko: `${kind.ko} ${n % 12}` },
    description: { en: 'Made to be used.', ko: '오래 쓰도록 만들었습니다.' },
    status: n % 11 === 0 ? 'DRAFT' : 'PUBLISHED',
    tags: n % 2 === 0 ? ['handmade'] : ['gift', 'korean'],
    // Three of a kind share an instant, so that pages must break ties.
    createdAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(n / 3) * 60_000).toISOString(),
    attributes: [
      {
        code: 'material',
        name: { en: 'Material', ko: '소재' },
        value: { code: kind.material[0], en: kind.material[1], ko: kind.material[2] },
      },
    ],
    options: [
      { code: 'size', name: { en: 'Size', ko: '크기' }, values: SIZES },
      { code: 'colour', name: { en: 'Colour', ko: '색' }, values: COLOURS },
    ],
    images: [{ file: 'mug-ink.svg', alt: { en: 'A mug', ko: '머그컵' } }],
    variants,
  };
}

export function* catalogue(products: number): Generator<object> {
  yield* CATEGORIES;
  for (let n = 1; n <= products; n++) yield productRecord(n);
}

type Seams = Parameters<typeof compose>[2];

/** RPC, the bus and the expiry of reservations run only where a test starts them. */
const composeQuietly = (seams: Seams) => (env: Record<string, string>, scope: TestScope) => {
  const config = parseConfig({ BUS_URL: env.DATABASE_URL, ...env });
  const { background, ...rest } = compose(config, scope, seams);
  return { ...rest, startRpc: background };
};

/**
 * The subgraph with so many products, and people to ask it. `more` is added to its configuration;
 * `replica` is another instance on the same database.
 */
export async function startProducts(
  products: number,
  more: Record<string, string> = {},
  seams: Seams = {},
) {
  const env = { RPC_PORT: '0', PUBLIC_URL: 'http://shop.example/', ...more };
  const stage = await stageSubgraph({
    name: 'products',
    migrations: `${import.meta.dirname}/../migrations`,
    extensions: ['pg_trgm'],
    env,
    compose: composeQuietly(seams),
    records: catalogue(products),
  });
  const person = (role: string, n: number) =>
    stage.identity.tokenFor({ id: idOf(9, n), roles: [role] });
  const merchandiser = await person('merchandiser', 1);
  return {
    ...stage,
    replica: () =>
      composeQuietly(seams)(
        { ...testEnv(stage.database.url, stage.identity), ...env },
        testScope('products'),
      ),
    merchandiser,
    warehouse: await person('warehouse', 2),
    customer: await person('customer', 3),
    operator: await person('admin', 4),
    /** The data of an operation that must not fail; a merchandiser's unless told otherwise. */
    run: async (source: string, variables: object, token = merchandiser) => {
      const { data, errors } = await stage.query(source, variables, token);
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
  };
}

export type Products = Awaited<ReturnType<typeof startProducts>>;
