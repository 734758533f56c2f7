import { requireScope, type Viewer } from '@souk/platform/identity';
import { parseInput } from '@souk/platform/input';
import { z } from 'zod';
import type { Return } from '../domain/return.ts';
import { RETURN_STATUSES, type ReturnStatus } from '../domain/return-decide.ts';
import type { OrderPage } from './orders.ts';

/** What listing needs of the store: newest first, one more than `first`. */
export type ReturnList = (
  statuses: readonly ReturnStatus[] | null,
  page: OrderPage,
) => Promise<Return[]>;

const Statuses = z
  .array(z.enum(RETURN_STATUSES))
  .min(1, 'status must name a status')
  .max(RETURN_STATUSES.length)
  .nullable();

/** Everybody's returns. Throws UNAUTHENTICATED or FORBIDDEN without orders:read. */
export const listReturns =
  (list: ReturnList) =>
  async (viewer: Viewer | null, statuses: unknown, page: OrderPage): Promise<Return[]> => {
    requireScope(viewer, 'orders:read');
    return list(parseInput(Statuses, statuses), page);
  };
