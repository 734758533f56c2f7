import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OfferService } from '@souk/contracts/generated/souk/products/v1/offers_pb';
import type { Currency } from '@souk/contracts/money';
import { newId } from '@souk/platform/ids';
import { type RpcServer, startRpcServer } from '@souk/platform/rpc-server';

type Item = {
  variantId: string;
  productId: string;
  sku: string;
  title: string;
  variantTitle: string;
  prices: Partial<Record<Currency, number>>;
  weightGrams: number;
  available: number;
};

/** Stands in for products: a real gRPC server whose shelves the test fills. */
export type Catalogue = {
  discoveryFile: string;
  /** Puts something up for sale; what is not given is made up. */
  put: (item?: Partial<Item>) => Item;
  change: (item: Item, change: Partial<Item>) => void;
  remove: (item: Item) => void;
  /** Variants that were asked for, one list a call. */
  calls: string[][];
  /** Runs before the next answer, which waits for it. */
  beforeAnswer: (hook: () => Promise<void>) => void;
  down: () => Promise<void>;
  up: () => Promise<void>;
  close: () => Promise<void>;
};

export async function startCatalogue(): Promise<Catalogue> {
  const shelf = new Map<string, Item>();
  const calls: string[][] = [];
  let hook: (() => Promise<void>) | null = null;
  let server: RpcServer | null = null;
  let port = 0;

  const start = async () => {
    server = await startRpcServer({
      host: '127.0.0.1',
      port,
      routes: (router) =>
        router.service(OfferService, {
          quoteVariants: async ({ variantIds, currency, locale }) => {
            calls.push([...variantIds]);
            const run = hook;
            hook = null;
            await run?.();
            const offers = variantIds.flatMap((id) => {
              const item = shelf.get(id);
              const price = item?.prices[currency as Currency];
              if (item === undefined || price === undefined) return [];
              const { prices: _, ...rest } = item;
              const title = locale === 'ko' ? `[ko] ${item.title}` : item.title;
              return [{ ...rest, title, unitPriceMinor: BigInt(price) }];
            });
            return { offers };
          },
        }),
    });
    port = server.port;
  };
  await start();
  const folder = mkdtempSync(path.join(tmpdir(), 'souk-orders-'));
  const discoveryFile = path.join(folder, 'discovery.json');
  const address = `http://127.0.0.1:${port}`;
  const products = [{ id: 'products-1', http: address, rpc: address }];
  writeFileSync(discoveryFile, JSON.stringify({ products }));

  const down = async () => {
    await server?.close();
    server = null;
  };
  return {
    discoveryFile,
    put: (item = {}) => {
      const made: Item = {
        variantId: newId(),
        productId: newId(),
        sku: `SKU-${shelf.size + 1}`,
        title: 'Ink mug',
        variantTitle: 'Blue',
        prices: { KRW: 15_000, USD: 1_200, EUR: 1_100 },
        weightGrams: 300,
        available: 50,
        ...item,
      };
      shelf.set(made.variantId, made);
      return made;
    },
    change: (item, change) => shelf.set(item.variantId, { ...item, ...change }),
    remove: (item) => shelf.delete(item.variantId),
    calls,
    beforeAnswer: (work) => {
      hook = work;
    },
    down,
    up: start,
    close: async () => {
      await down();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
