import type { CategorySource } from './catalogue/authoring.ts';
import { products } from './catalogue/catalogue.ts';
import { categories } from './catalogue/categories.ts';
import { expand, localized } from './expand.ts';
import { idOf } from './ids.ts';
import type { CategoryRecord, ProductRecord } from './records.ts';

const siblingsBefore = (category: CategorySource): number =>
  categories
    .slice(0, categories.indexOf(category))
    .filter(({ parent }) => parent === category.parent).length;

/** Parents before their children; a position counts from 1 among siblings. */
export const categoryRecords = (): CategoryRecord[] =>
  categories.map((category) => ({
    kind: 'category',
    id: idOf(`category ${category.slug}`),
    slug: category.slug,
    parentSlug: category.parent,
    position: siblingsBefore(category) + 1,
    name: localized(category.name),
    description: localized(category.description),
  }));

export const productRecords = (): ProductRecord[] => products.map(expand);
