import { decodeCursor, type Page, pageArgs, TimeCursor } from '@souk/platform/paging';
import type { OrderPage } from '../app/orders.ts';

type PageArgs = { first?: number | null; after?: string | null };

/** Where a page of things that are sorted by time starts, for the reply and for the store. */
export function pageOf(args: PageArgs): { page: Page; reading: OrderPage } {
  const page = pageArgs(args);
  const cursor = page.after === null ? null : decodeCursor(page.after, TimeCursor);
  const before = cursor && { placedAt: cursor[0], id: cursor[1] };
  return { page, reading: { first: page.first, before } };
}
