import { createServer } from 'node:http';
import postgres from 'postgres';

// The limit: the same answers by hand, with no GraphQL at all.
const [databaseUrl = '', port = '0'] = process.argv.slice(2);
const sql = postgres(databaseUrl, { max: 8 });

type Product = { id: string; slug: string; title: string; brand: string };
type Variant = {
  id: string;
  product_id: string;
  sku: string;
  price_krw: number;
  price_usd: number;
  price_eur: number;
  stock: number;
};

async function withVariants(products: readonly Product[]): Promise<object[]> {
  const rows = await sql<Variant[]>`
    select id, product_id, sku, price_krw, price_usd, price_eur, stock from variants
    where product_id = any(${products.map(({ id }) => id)}) order by position`;
  const variants = new Map<string, object[]>(products.map(({ id }) => [id, []]));
  for (const row of rows) {
    variants.get(row.product_id)?.push({
      id: row.id,
      sku: row.sku,
      prices: [
        { amount: row.price_krw, currency: 'KRW' },
        { amount: row.price_usd, currency: 'USD' },
        { amount: row.price_eur, currency: 'EUR' },
      ],
      availability: { quantity: row.stock, inStock: row.stock > 0 },
    });
  }
  return products.map(({ id, slug, title, brand }) => ({
    id,
    slug,
    title,
    brand,
    variants: variants.get(id),
  }));
}

async function entities(ids: string[]): Promise<object> {
  const rows = await sql<Product[]>`
    select id, slug, title_en as title, brand from products
    where id = any(${ids}) and status = 'PUBLISHED'`;
  const found = new Map((await withVariants(rows)).map((each, index) => [rows[index]?.id, each]));
  return { _entities: ids.map((id) => found.get(id) ?? null) };
}

async function list(first: number): Promise<object> {
  const rows = await sql<Product[]>`
    select id, slug, title_en as title, brand from products
    where status = 'PUBLISHED' order by created_at desc, id desc limit ${first}`;
  return { products: { nodes: await withVariants(rows) } };
}

createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { variables } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const data = variables.representations
    ? await entities(variables.representations.map(({ id }: { id: string }) => id))
    : await list(variables.first);
  const body = JSON.stringify({ data });
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}).listen(Number(port), '127.0.0.1');
