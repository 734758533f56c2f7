import { violatedConstraint } from '@souk/platform/database';
import { AppError } from '@souk/platform/errors';

const EXPLANATIONS: Readonly<Record<string, () => AppError>> = {
  products_slug_unique: () => new AppError('CONFLICT', 'Another product has this slug.'),
  categories_slug_unique: () => new AppError('CONFLICT', 'Another category has this slug.'),
  variants_sku_unique: () => new AppError('CONFLICT', 'Another variant has this SKU.'),
  variants_stock_not_negative: () =>
    new AppError('CONFLICT', 'There are not that many units in stock.'),
  variants_unreserved_not_negative: () =>
    new AppError('CONFLICT', 'There are not that many units in stock beside those reserved.'),
  products_category_id_categories_id_fk: () => unknownCategory('categoryId'),
  categories_parent_id_categories_id_fk: () => unknownCategory('parentId'),
};

const unknownCategory = (argument: string) =>
  new AppError('BAD_USER_INPUT', 'There is no category of that id.', { argument });

/** What the database refuses, in words for the caller; any other error as it is. */
export function explained(error: unknown): unknown {
  const constraint = violatedConstraint(error);
  return (constraint === null ? undefined : EXPLANATIONS[constraint]?.()) ?? error;
}
