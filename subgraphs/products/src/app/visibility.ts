import { requireScope, type Viewer } from '@souk/platform/identity';
import type { Product, ProductStatus } from '../domain/product.ts';
import { found } from './expected.ts';

const READERS = ['catalogue:read', 'catalogue:write'] as const;

/** Whether the viewer sees drafts and the catalogue's history. */
export const seesDrafts = (viewer: Viewer | null): boolean =>
  viewer !== null && READERS.some((scope) => viewer.scopes.has(scope));

export const isVisible = (status: ProductStatus, viewer: Viewer | null): boolean =>
  status !== 'DRAFT' || seesDrafts(viewer);

/** Throws UNAUTHENTICATED for guests, FORBIDDEN for people who may not read the catalogue's history. */
export function requireReader(viewer: Viewer | null): void {
  if (!seesDrafts(viewer)) requireScope(viewer, 'catalogue:read');
}

/** Throws UNAUTHENTICATED for guests, FORBIDDEN for people who neither count stock nor write it. */
export function requireStockReader(viewer: Viewer | null): void {
  if (viewer?.scopes.has('stock:write') !== true) requireReader(viewer);
}

/** Throws NOT_FOUND for what is not there, and for drafts of which the viewer may not know. */
export const visible = (product: Product | null, viewer: Viewer | null, what: string): Product =>
  found(product !== null && isVisible(product.status, viewer) ? product : null, what);
