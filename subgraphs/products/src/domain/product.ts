import { z } from 'zod';
import { type Localized, localized } from './localized.ts';

export type ProductStatus = 'DRAFT' | 'PUBLISHED' | 'ARCHIVED';

/** Lower case words joined by hyphens: part of an address. */
export const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens');

/** The name of a choice or a fact, for programs. */
export const Code = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/, 'must be lower case words joined by hyphens');

const OptionValue = z.object({ code: Code, name: localized(80) });

/** A choice that tells variants apart, such as size, and what can be chosen. */
export const Option = z.object({
  code: Code,
  name: localized(80),
  values: z.array(OptionValue).min(1).max(100),
});
export type Option = z.output<typeof Option>;

/** A fact that holds for every variant, such as the material. */
export const Attribute = z.object({
  code: Code,
  name: localized(80),
  value: z.object({ code: Code, en: z.string().min(1).max(200), ko: z.string().min(1).max(200) }),
});
export type Attribute = z.output<typeof Attribute>;

export const Image = z.object({
  file: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,120}$/, 'must be the plain name of a file'),
  alt: localized(300),
});
export type Image = z.output<typeof Image>;

const tag = z.string().trim().min(1).max(60);
const distinct = (codes: readonly { code: string }[]) =>
  new Set(codes.map(({ code }) => code)).size === codes.length;

/** What a merchandiser says of a product. */
export const ProductText = z.object({
  slug: Slug,
  categoryId: z.uuid(),
  brand: z.string().trim().min(1).max(120),
  title: localized(200),
  description: localized(5_000),
  tags: z.array(tag).max(30).default([]),
  options: z.array(Option).max(5).refine(distinct, 'a code stands twice').default([]),
  attributes: z.array(Attribute).max(30).refine(distinct, 'a code stands twice').default([]),
  images: z.array(Image).max(20).default([]),
});
export type ProductText = z.output<typeof ProductText>;

/** What of it may change; what is left out stays. The address of a product never changes. */
export const ProductEdit = z
  .object({
    categoryId: ProductText.shape.categoryId,
    brand: ProductText.shape.brand,
    title: ProductText.shape.title,
    description: ProductText.shape.description,
    tags: z.array(tag).max(30),
    attributes: z.array(Attribute).max(30).refine(distinct, 'a code stands twice'),
    images: z.array(Image).max(20),
  })
  .partial();
export type ProductEdit = z.output<typeof ProductEdit>;

export type Product = {
  id: string;
  slug: string;
  categoryId: string;
  brand: string;
  title: Localized;
  description: Localized;
  status: ProductStatus;
  tags: string[];
  options: Option[];
  attributes: Attribute[];
  images: Image[];
  createdAt: string;
  updatedAt: string;
  version: number;
};
