import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import DataLoader from 'dataloader';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { parse } from 'graphql';
import postgres from 'postgres';
import { products, variants } from './tables.ts';

// The products schema as most tutorials would serve it: Apollo Server standalone, DataLoader,
// drizzle queries built where they are needed.
const [databaseUrl = '', port = '0', schemaFile = ''] = process.argv.slice(2);
const db = drizzle(postgres(databaseUrl, { max: 8 }));

type Product = typeof products.$inferSelect;
type Variant = typeof variants.$inferSelect;
type Context = {
  product: DataLoader<string, Product | null>;
  variantsOf: DataLoader<string, Variant[]>;
};

const context = async (): Promise<Context> => ({
  product: new DataLoader(async (ids) => {
    const rows = await db
      .select()
      .from(products)
      .where(and(inArray(products.id, [...ids]), eq(products.status, 'PUBLISHED')));
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }),
  variantsOf: new DataLoader(async (ids) => {
    const rows = await db
      .select()
      .from(variants)
      .where(inArray(variants.productId, [...ids]))
      .orderBy(variants.position);
    const found = Map.groupBy(rows, ({ productId }) => productId);
    return ids.map((id) => found.get(id) ?? []);
  }),
});

const resolvers = {
  Query: {
    products: async (_: unknown, { first }: { first: number }) => ({
      nodes: await db
        .select()
        .from(products)
        .where(eq(products.status, 'PUBLISHED'))
        .orderBy(desc(products.createdAt), desc(products.id))
        .limit(first),
    }),
  },
  Product: {
    __resolveReference: ({ id }: { id: string }, { product }: Context) => product.load(id),
    title: (row: Product, { locale }: { locale: string }) =>
      locale === 'KO' ? row.titleKo : row.titleEn,
    variants: (row: Product, _: unknown, { variantsOf }: Context) => variantsOf.load(row.id),
  },
  ProductVariant: {
    prices: (row: Variant) => [
      { amount: row.priceKrw, currency: 'KRW' },
      { amount: row.priceUsd, currency: 'USD' },
      { amount: row.priceEur, currency: 'EUR' },
    ],
    availability: (row: Variant) => ({ quantity: row.stock, inStock: row.stock > 0 }),
  },
};

const server = new ApolloServer<Context>({
  schema: buildSubgraphSchema([{ typeDefs: parse(readFileSync(schemaFile, 'utf8')), resolvers }]),
});
await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: Number(port) }, context });
