import postgres, { type Sql } from 'postgres';
import type { Site } from '../site/site.ts';

/** Services that speak and listen on the bus. */
export const ON_THE_BUS = ['orders', 'payments', 'products', 'shipping'] as const;
export type Service = (typeof ON_THE_BUS)[number];
export type Databases = Readonly<Record<Service, Sql>> & { close: () => Promise<void> };

/** The databases of the services, as the superuser sees them. */
export function openDatabases(site: Pick<Site, 'adminUrl'>): Databases {
  const open = (name: string) =>
    postgres(site.adminUrl(name), { max: 1, connect_timeout: 10, onnotice: () => {} });
  const [orders, payments, products, shipping] = [
    open('orders'),
    open('payments'),
    open('products'),
    open('shipping'),
  ];
  const all = { orders, payments, products, shipping };
  const close = async () => {
    await Promise.all(Object.values(all).map((sql) => sql.end({ timeout: 2 })));
  };
  return { ...all, close };
}
