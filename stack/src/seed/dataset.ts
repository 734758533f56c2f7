import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { categoryRecords, productRecords } from './catalogue-records.ts';
import { coupons } from './coupons.ts';
import { minaCart } from './history/cart.ts';
import { makeHistory } from './history.ts';
import { users } from './people.ts';
import { rates, zones } from './shipping.ts';

/** What each service is to load when its database is empty, in the order of loading. */
export function makeDataset() {
  const products = productRecords();
  const { orders, payments, shipments } = makeHistory(products);
  return {
    accounts: [...users],
    products: [...categoryRecords(), ...products],
    orders: [...orders, minaCart(products), ...coupons],
    payments,
    shipping: [...zones, ...rates, ...shipments],
  };
}

/**
 * Writes the demo data into a folder that exists: one JSON object a line, one file for each
 * service. The same every time. Returns the path of each service's file.
 */
export async function writeDataset(directory: string): Promise<Record<string, string>> {
  const files = Object.entries(makeDataset()).map(async ([service, records]) => {
    const file = path.join(directory, `${service}.ndjson`);
    await writeFile(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    return [service, file] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}
