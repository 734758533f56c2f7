import type { ChangeFeed } from '@souk/platform/change-feed';
import { AppError } from '@souk/platform/errors';
import { requireViewer, type Viewer } from '@souk/platform/identity';
import { stateStream } from '@souk/platform/state-stream';
import type { Order } from '../domain/order.ts';
import { visibleOrder } from './orders.ts';

export type WatchOrder = (viewer: Viewer | null, orderId: string) => AsyncIterableIterator<Order>;

/**
 * An order as it is, and again after each step of it. Throws UNAUTHENTICATED for guests; NOT_FOUND,
 * with the first step, where there is no order that the viewer may see.
 */
export const orderWatch =
  (
    changes: Pick<ChangeFeed, 'watch'>,
    byIds: (ids: readonly string[]) => Promise<Order[]>,
  ): WatchOrder =>
  (viewer, orderId) => {
    requireViewer(viewer);
    // Before the first look, so that nothing is missed between the two.
    const watch = changes.watch([orderId]);
    return stateStream({
      watch,
      read: async () => {
        const [found] = await byIds([orderId]);
        const order = visibleOrder(viewer, found ?? null);
        if (order === null) throw new AppError('NOT_FOUND', 'There is no such order.');
        return order;
      },
      versionOf: ({ version }) => String(version),
    });
  };
