import { AppError } from '@souk/platform/errors';
import { requireScope, type Viewer } from '@souk/platform/identity';
import { newId, parseId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { changesOf, type ProductChange } from '../domain/changes.ts';
import type { Told } from '../domain/facts.ts';
import { listingOf } from '../domain/listing.ts';
import { type Product, ProductEdit, type ProductStatus, ProductText } from '../domain/product.ts';
import type { CatalogueUnit, Transact } from './catalogue-unit.ts';
import { expectVersion, found } from './expected.ts';

export type CatalogueVerbs = ReturnType<typeof catalogueVerbs>;

type Edit = {
  [Field in keyof (ProductEdit & Pick<Product, 'status'>)]?: Product[Field] | undefined;
};

/** The product with what the edit names; what it leaves out stays. */
const edited = (product: Product, edit: Edit): Product =>
  Object.assign(
    {},
    product,
    Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)),
  );

const productChanged = (productId: string, changeId: string, at: Date): Told => ({
  ...{ type: 'ProductChanged', productId, at },
  ...{ correlationId: productId, causationId: changeId },
});

/** Saves a new version of a locked product, its listing and its history. */
export async function amend(
  unit: CatalogueUnit,
  product: Product,
  edit: Edit,
  record: Pick<ProductChange, 'action' | 'actorId' | 'changes'> & { at: Date },
): Promise<Product> {
  const changedAt = record.at.toISOString();
  const version = product.version + 1;
  const next: Product = { ...edited(product, edit), version, updatedAt: changedAt };
  await unit.saveProduct(next);
  await unit.saveListing(listingOf(next, await unit.variantsOf(product.id)));
  const { action, actorId, changes } = record;
  const id = newId();
  await unit.recordChange({
    id,
    productId: product.id,
    version,
    action,
    actorId,
    changedAt,
    changes,
  });
  await unit.tell(productChanged(product.id, id, record.at));
  return next;
}

/** What merchandisers do with products. Each throws UNAUTHENTICATED or FORBIDDEN for others. */
export function catalogueVerbs(transact: Transact, clock: () => Date) {
  const setStatus = (
    viewer: Viewer | null,
    id: string,
    expectedVersion: number,
    status: Extract<ProductStatus, 'PUBLISHED' | 'ARCHIVED'>,
  ): Promise<string> => {
    const actor = requireScope(viewer, 'catalogue:write');
    const productId = parseId(id, 'id');
    return transact(async (unit) => {
      const product = found(await unit.lockProduct(productId), 'product');
      if (product.status === status) return productId;
      expectVersion(product, expectedVersion);
      if (status === 'PUBLISHED' && (await unit.variantsOf(productId)).length === 0) {
        throw new AppError('CONFLICT', 'A product without variants cannot be published.');
      }
      const changes = changesOf(product, { status });
      await amend(
        unit,
        product,
        { status },
        { action: status, actorId: actor.id, changes, at: clock() },
      );
      return productId;
    });
  };

  return {
    /** Adds a draft and returns its id. Throws CONFLICT when the slug is taken. */
    create: (viewer: Viewer | null, input: unknown): Promise<string> => {
      const actor = requireScope(viewer, 'catalogue:write');
      const text = parseInput(ProductText, input);
      return transact(async (unit) => {
        const [id, changeId] = [newId(), newId()];
        const now = clock();
        const at = now.toISOString();
        const product: Product = {
          id,
          ...text,
          status: 'DRAFT',
          createdAt: at,
          updatedAt: at,
          version: 1,
        };
        await unit.addProduct(product);
        await unit.saveListing(listingOf(product, []));
        await unit.recordChange({
          id: changeId,
          productId: id,
          version: 1,
          action: 'CREATED',
          actorId: actor.id,
          changedAt: at,
          changes: changesOf({}, text),
        });
        await unit.tell(productChanged(id, changeId, now));
        return id;
      });
    },

    /** Returns the product's id; an edit that changes nothing is none. */
    update: (
      viewer: Viewer | null,
      id: string,
      expectedVersion: number,
      input: unknown,
    ): Promise<string> => {
      const actor = requireScope(viewer, 'catalogue:write');
      const productId = parseId(id, 'id');
      const edit = parseInput(ProductEdit, input);
      return transact(async (unit) => {
        const product = found(await unit.lockProduct(productId), 'product');
        expectVersion(product, expectedVersion);
        const changes = changesOf(product, edit);
        if (changes.length === 0) return productId;
        await amend(unit, product, edit, {
          action: 'EDITED',
          actorId: actor.id,
          changes,
          at: clock(),
        });
        return productId;
      });
    },

    /** Throws CONFLICT for a product without variants. Publishing twice is no error. */
    publish: (viewer: Viewer | null, id: string, expectedVersion: number) =>
      setStatus(viewer, id, expectedVersion, 'PUBLISHED'),

    /** Archiving twice is no error. */
    archive: (viewer: Viewer | null, id: string, expectedVersion: number) =>
      setStatus(viewer, id, expectedVersion, 'ARCHIVED'),
  };
}
