import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { OfferService } from '@souk/contracts/generated/souk/products/v1/offers_pb';
import {
  ReservationService,
  ReservationStatus,
} from '@souk/contracts/generated/souk/products/v1/reservations_pb';
import { RateService } from '@souk/contracts/generated/souk/shipping/v1/rates_pb';
import type { Currency } from '@souk/contracts/money';
import { AppError } from '@souk/platform/errors';
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

/** Where shipping says that nobody goes. */
export const NOWHERE = 'AQ';
/** What every other parcel costs, minor units. */
export const SHIPPING_PRICE = 3_000;

/** Stands in for products, and for shipping's rates: a real gRPC server whose shelves the test fills. */
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
  /** Units that can be held now. */
  stockOf: (item: Item) => number;
  /** Holds what is asked for next, and never says so. */
  loseNextReply: () => void;
  /** Answers so many quotes with a failure. */
  failQuotes: (times: number) => void;
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

  /** Holds all lines or none, as products does; what is held is never given back. */
  const reserve = (lines: readonly { variantId: string; quantity: number }[]) => {
    const short = lines
      .map(({ variantId, quantity }) => {
        const available = shelf.get(variantId)?.available ?? 0;
        return { variantId, requested: quantity, available };
      })
      .filter(({ requested, available }) => requested > available);
    if (short.length > 0) return short;
    for (const { variantId, quantity } of lines) {
      const item = shelf.get(variantId);
      if (item) shelf.set(variantId, { ...item, available: item.available - quantity });
    }
    return [];
  };
  const held = new Set<string>();
  let losesReply = false;
  let failures = 0;

  const start = async () => {
    server = await startRpcServer({
      host: '127.0.0.1',
      port,
      routes: (router) => {
        router.service(RateService, {
          quoteMethod: async ({ country }) => {
            if (country === NOWHERE) throw new AppError('NOT_FOUND', 'Nobody goes there.');
            return { option: { priceMinor: BigInt(SHIPPING_PRICE) } };
          },
        });
        router.service(ReservationService, {
          reserveStock: async ({ reservationId, orderId, lines, ttlSeconds }) => {
            const short = held.has(reservationId) ? [] : reserve(lines);
            if (short.length > 0) return { outcome: { case: 'shortage', value: { lines: short } } };
            held.add(reservationId);
            if (losesReply) {
              losesReply = false;
              throw new AppError('DEADLINE_EXCEEDED', 'The reply was lost.');
            }
            const expiresAt = timestampFromDate(new Date(Date.now() + ttlSeconds * 1_000));
            const status = ReservationStatus.HELD;
            const value = { reservationId, orderId, status, lines, expiresAt };
            return { outcome: { case: 'held', value } };
          },
        });
        router.service(OfferService, {
          quoteVariants: async ({ variantIds, currency, locale }) => {
            calls.push([...variantIds]);
            failures -= 1;
            if (failures >= 0) throw new AppError('RATE_LIMITED', 'Not now.');
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
        });
      },
    });
    port = server.port;
  };
  await start();
  const folder = mkdtempSync(path.join(tmpdir(), 'souk-orders-'));
  const discoveryFile = path.join(folder, 'discovery.json');
  const address = `http://127.0.0.1:${port}`;
  const products = [{ id: 'products-1', http: address, rpc: address }];
  const shipping = [{ id: 'shipping-1', http: address, rpc: address }];
  writeFileSync(discoveryFile, JSON.stringify({ products, shipping }));

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
    stockOf: ({ variantId }) => shelf.get(variantId)?.available ?? 0,
    loseNextReply: () => {
      losesReply = true;
    },
    failQuotes: (times) => {
      failures = times;
    },
    down,
    up: start,
    close: async () => {
      await down();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
