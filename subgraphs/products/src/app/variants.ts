import type { Currency } from '@souk/contracts/money';
import { AppError } from '@souk/platform/errors';
import { requireScope, type Viewer } from '@souk/platform/identity';
import { newId, parseId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { changesOf } from '../domain/changes.ts';
import { NewVariant, Prices, type Variant, variantTitle } from '../domain/variant.ts';
import { amend } from './catalogue.ts';
import type { Transact } from './catalogue-unit.ts';
import { expectVersion, found } from './expected.ts';
import { visible } from './visibility.ts';

export type VariantVerbs = ReturnType<typeof variantVerbs>;

/** Variants are read with their product, all at once. */
const MAX_VARIANTS = 100;
const CURRENCIES = ['KRW', 'USD', 'EUR'] as const;

/** What merchandisers do with variants. Each throws UNAUTHENTICATED or FORBIDDEN for others. */
export const variantVerbs = (transact: Transact, clock: () => Date) => ({
  /** Adds a variant without stock and returns its id. Throws CONFLICT when its SKU is taken. */
  add: (
    viewer: Viewer | null,
    id: string,
    expectedVersion: number,
    input: unknown,
  ): Promise<string> => {
    const actor = requireScope(viewer, 'catalogue:write');
    requireScope(viewer, 'prices:write');
    const productId = parseId(id, 'productId');
    const wanted = parseInput(NewVariant, input);
    return transact(async (unit) => {
      const product = found(await unit.lockProduct(productId), 'product');
      expectVersion(product, expectedVersion);
      const title = variantTitle(product.options, wanted.options);
      const siblings = await unit.variantsOf(productId);
      if (siblings.length >= MAX_VARIANTS) {
        throw new AppError('CONFLICT', `A product has at most ${MAX_VARIANTS} variants.`);
      }
      if (siblings.some(({ options }) => changesOf(options, wanted.options).length === 0)) {
        throw new AppError('CONFLICT', 'Another variant has these options.');
      }
      const position = 1 + Math.max(-1, ...siblings.map((each) => each.position));
      const variant: Variant = {
        id: newId(),
        productId,
        position,
        title,
        stock: 0,
        reserved: 0,
        version: 1,
        ...wanted,
      };
      await unit.addVariant(variant);
      const at = clock();
      await unit.recordPrices(
        CURRENCIES.map((currency) => ({
          variantId: variant.id,
          id: newId(),
          currency,
          before: null,
          after: wanted.prices[currency],
          actorId: actor.id,
          changedAt: at.toISOString(),
        })),
      );
      const changes = [{ field: `variants.${wanted.sku}`, before: null, after: wanted }];
      await amend(unit, product, {}, { action: 'VARIANT_ADDED', actorId: actor.id, changes, at });
      return variant.id;
    });
  },

  /**
   * Sets the prices given, minor units, and returns the variant's id. Throws CONFLICT when the
   * variant has another version; prices that are so already change nothing.
   */
  setPrices: (
    viewer: Viewer | null,
    id: string,
    expectedVersion: number,
    input: Partial<Record<Currency, number>>,
  ): Promise<string> => {
    const actor = requireScope(viewer, 'prices:write');
    const variantId = parseId(id, 'variantId');
    const wanted = parseInput(Prices.partial(), input);
    return transact(async (unit) => {
      const product = visible(await unit.lockProductOfVariant(variantId), viewer, 'variant');
      const siblings = await unit.variantsOf(product.id);
      const variant = found(
        siblings.find((each) => each.id === variantId),
        'variant',
      );
      expectVersion(variant, expectedVersion);
      const changed = CURRENCIES.flatMap((currency) => {
        const after = wanted[currency];
        const before = variant.prices[currency];
        return after === undefined || after === before ? [] : [{ currency, before, after }];
      });
      if (changed.length === 0) return variantId;
      const prices = { ...variant.prices };
      for (const { currency, after } of changed) prices[currency] = after;
      await unit.savePrices({ id: variantId, prices, version: variant.version + 1 });
      const at = clock();
      const changedAt = at.toISOString();
      await unit.recordPrices(
        changed.map((each) => ({ ...each, variantId, id: newId(), actorId: actor.id, changedAt })),
      );
      const changes = [
        { field: `variants.${variant.sku}.prices`, before: variant.prices, after: prices },
      ];
      await amend(unit, product, {}, { action: 'PRICED', actorId: actor.id, changes, at });
      return variantId;
    });
  },
});
