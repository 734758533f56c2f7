import type { ChangeFeed } from '@souk/platform/change-feed';
import { AppError } from '@souk/platform/errors';
import type { Viewer } from '@souk/platform/identity';
import { isId } from '@souk/platform/ids';
import { stateStream } from '@souk/platform/state-stream';
import type { VariantRow } from '../domain/rows.ts';
import { available } from '../domain/stock.ts';
import { isVisible } from './visibility.ts';

const MAX_VARIANTS = 100;

export type WatchStock = (
  viewer: Viewer | null,
  variantIds: readonly string[],
) => AsyncIterableIterator<VariantRow[]>;

/**
 * What there is of some variants, at first and again whenever it has changed. Throws BAD_USER_INPUT
 * for more than 100 of them, for none, and for what is no id.
 */
export const stockWatch =
  (
    changes: Pick<ChangeFeed, 'watch'>,
    byIds: (ids: readonly string[]) => Promise<VariantRow[]>,
  ): WatchStock =>
  (viewer, variantIds) => {
    const ids = [...new Set(variantIds.map((id) => id.toLowerCase()))];
    if (ids.length === 0 || ids.length > MAX_VARIANTS || !ids.every(isId)) {
      throw new AppError('BAD_USER_INPUT', `variantIds must be 1 to ${MAX_VARIANTS} ids.`, {
        argument: 'variantIds',
      });
    }
    // Before the first look, so that nothing is missed between the two.
    const watch = changes.watch(ids);
    return stateStream({
      watch,
      read: async () => {
        const found = new Map((await byIds(ids)).map((variant) => [variant.id, variant]));
        return ids.flatMap((id) => {
          const variant = found.get(id);
          return variant && isVisible(variant.productStatus, viewer) ? [variant] : [];
        });
      },
      versionOf: (variants) =>
        variants.map((variant) => `${variant.id} ${available(variant)}`).join(),
    });
  };
