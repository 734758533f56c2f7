import type { Viewer } from '@souk/platform/identity';
import { rowLoader } from '@souk/platform/loaders';
import type { RequestScope } from '@souk/platform/subgraph';
import type DataLoader from 'dataloader';
import type { __Singular__Verbs } from '../app/__plural__.ts';
import type { __Singular__ } from '../domain/__singular__.ts';

/** What resolvers may read; the store answers to it. */
export type __Singular__Reads = {
  byIds: (ids: readonly string[]) => Promise<__Singular__[]>;
  ofProduct: (
    productId: string,
    page: { first: number; before: { createdAt: string; id: string } | null },
  ) => Promise<__Singular__[]>;
};

export type Context = {
  viewer: Viewer | null;
  verbs: __Singular__Verbs;
  reads: __Singular__Reads;
  byId: DataLoader<string, __Singular__ | null>;
};

export const __singular__Context =
  (verbs: __Singular__Verbs, reads: __Singular__Reads) =>
  ({ viewer }: RequestScope): Context => ({
    viewer,
    verbs,
    reads,
    byId: rowLoader(reads.byIds, (row) => row.id),
  });
