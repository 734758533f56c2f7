import type { Queries } from '@souk/platform/database';
import { appendToOutbox } from '@souk/platform/outbox';
import { asc, eq, sql } from 'drizzle-orm';
import type { CatalogueUnit } from '../app/catalogue-unit.ts';
import { lettersOf } from '../domain/search-words.ts';
import { categoryReads, rowOfCategory } from './categories.ts';
import { explained } from './constraints.ts';
import { insertRows } from './insert-rows.ts';
import { productOf, rowOfProduct, rowOfVariant, variantOf } from './product-rows.ts';
import { stockMovements } from './stock-tables.ts';
import * as tables from './tables.ts';
import { type MessageOf, tellWatchers } from './telling.ts';

const { categories, facetValues, listings, products, variants, words } = tables;

type Db = Queries<Record<string, unknown>>;

/** Runs work in one transaction; what the database refuses becomes an error for the caller. */
export const unitOfWork =
  (db: Db, messageOf: MessageOf) =>
  async <Result>(work: (unit: CatalogueUnit) => Promise<Result>): Promise<Result> => {
    try {
      return await db.transaction((tx) => work(unitIn(tx as Db, messageOf)));
    } catch (error) {
      throw explained(error);
    }
  };

function unitIn(tx: Db, messageOf: MessageOf): CatalogueUnit {
  return {
    lockProduct: async (id) => {
      const rows = await tx.select().from(products).where(eq(products.id, id)).for('update');
      return rows[0] === undefined ? null : productOf(rows[0]);
    },
    lockProductOfVariant: async (variantId) => {
      const rows = await tx
        .select()
        .from(products)
        .where(
          eq(
            products.id,
            sql`(select ${variants.productId} from ${variants} where ${variants.id} = ${variantId})`,
          ),
        )
        .for('update');
      return rows[0] === undefined ? null : productOf(rows[0]);
    },
    variantsOf: async (productId) => {
      const rows = await tx
        .select()
        .from(variants)
        .where(eq(variants.productId, productId))
        .orderBy(asc(variants.position), asc(variants.id));
      return rows.map(variantOf);
    },
    addProduct: async (product) => {
      await tx.insert(products).values(rowOfProduct(product));
    },
    saveProduct: async ({ id, ...product }) => {
      await tx
        .update(products)
        .set(rowOfProduct({ id, ...product }))
        .where(eq(products.id, id));
    },
    addVariant: async (variant) => {
      await tx.insert(variants).values(rowOfVariant(variant));
    },
    savePrices: async ({ id, prices, version }) => {
      const set = { priceKrw: prices.KRW, priceUsd: prices.USD, priceEur: prices.EUR, version };
      await tx.update(variants).set(set).where(eq(variants.id, id));
    },
    moveStock: async (variantId, delta) => {
      const [row] = await tx
        .update(variants)
        .set({ stock: sql`${variants.stock} + ${delta}` })
        .where(eq(variants.id, variantId))
        .returning({ stock: variants.stock });
      if (row === undefined) throw new Error('a locked variant has gone');
      return row.stock;
    },
    saveListing: async ({ row, values, words: found }) => {
      const { productId, ...set } = row;
      await tx.insert(listings).values(row).onConflictDoUpdate({ target: listings.productId, set });
      await insertRows(tx, facetValues, values);
      await insertRows(
        tx,
        words,
        found.map((word) => ({ word, letters: lettersOf(word) })),
      );
    },
    saveInStock: async (productId, inStock) => {
      await tx.update(listings).set({ inStock }).where(eq(listings.productId, productId));
    },
    recordChange: async (change) => {
      await tx.insert(tables.productChanges).values(change);
    },
    recordPrices: (changes) => insertRows(tx, tables.priceChanges, changes),
    recordMovement: async (movement) => {
      await tx.insert(stockMovements).values(movement);
    },
    tell: (fact) => {
      tellWatchers([fact]);
      return appendToOutbox(tx, [messageOf(fact)]);
    },
    lockCategories: async () => {
      await tx.execute(
        sql`/* products.lockCategories */ lock table ${categories} in share row exclusive mode`,
      );
      return await categoryReads(tx).all();
    },
    addCategory: async (category) => {
      await tx.insert(categories).values(rowOfCategory(category));
    },
    saveCategory: async (category) => {
      await tx
        .update(categories)
        .set(rowOfCategory(category))
        .where(eq(categories.id, category.id));
    },
  };
}
