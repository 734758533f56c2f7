import { getTableColumns } from 'drizzle-orm';
import { carts } from './cart-tables.ts';

const { tokenHash: _, ...columns } = getTableColumns(carts);

/** Everything but the token's hash, which never leaves the database. */
export const cartColumns = columns;
