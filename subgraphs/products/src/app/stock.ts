import { requireScope, type Viewer } from '@souk/platform/identity';
import { newId, parseId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { available, StockAdjustment } from '../domain/stock.ts';
import type { Transact } from './catalogue-unit.ts';
import { found } from './expected.ts';
import { visible } from './visibility.ts';

export type StockVerbs = ReturnType<typeof stockVerbs>;

/** What warehouses do with stock. */
export const stockVerbs = (transact: Transact, clock: () => Date) => ({
  /**
   * Counts units in or out and returns the variant's id. Throws CONFLICT when there are too few,
   * or fewer than orders have reserved,
   * UNAUTHENTICATED or FORBIDDEN without the scope stock:write.
   */
  adjust: (viewer: Viewer | null, id: string, input: unknown): Promise<string> => {
    const actor = requireScope(viewer, 'stock:write');
    const variantId = parseId(id, 'variantId');
    const { delta, reason, note } = parseInput(StockAdjustment, input);
    return transact(async (unit) => {
      const product = visible(await unit.lockProductOfVariant(variantId), viewer, 'variant');
      const quantityAfter = await unit.moveStock(variantId, delta);
      const [movementId, at] = [newId(), clock()];
      await unit.recordMovement({
        id: movementId,
        variantId,
        delta,
        quantityAfter,
        reason,
        note: note ?? null,
        actorId: actor.id,
        reservationId: null,
        movedAt: at.toISOString(),
      });
      const variants = await unit.variantsOf(product.id);
      await unit.saveInStock(
        product.id,
        variants.some((each) => available(each) > 0),
      );
      const counted = found(
        variants.find((each) => each.id === variantId),
        'variant',
      );
      await unit.tell({
        ...{ type: 'StockLevelChanged', variantId, productId: product.id },
        ...{ available: available(counted), correlationId: variantId, causationId: movementId, at },
      });
      return variantId;
    });
  },
});
