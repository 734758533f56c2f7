import { z } from 'zod';
import { Attribute, Image, Option } from '../domain/product.ts';
import { Prices } from '../domain/variant.ts';

const text = z.object({ en: z.string().min(1), ko: z.string().min(1) });

const Category = z.object({
  kind: z.literal('category'),
  id: z.uuid(),
  slug: z.string().min(1),
  parentSlug: z.string().nullable(),
  position: z.int(),
  name: text,
  description: text,
});

const Product = z.object({
  kind: z.literal('product'),
  id: z.uuid(),
  slug: z.string().min(1),
  categorySlug: z.string().min(1),
  brand: z.string().min(1),
  title: text,
  description: text,
  status: z.enum(['PUBLISHED', 'DRAFT', 'ARCHIVED']),
  tags: z.array(z.string().min(1)),
  createdAt: z.iso.datetime({ offset: true }),
  attributes: z.array(Attribute),
  options: z.array(Option),
  images: z.array(Image),
  variants: z
    .array(
      z.object({
        id: z.uuid(),
        sku: z.string().min(1),
        options: z.record(z.string(), z.string()),
        prices: Prices,
        weightGrams: z.int().positive(),
        stock: z.int().min(0),
      }),
    )
    .max(100),
});

export const SeedRecord = z.discriminatedUnion('kind', [Category, Product]);
export type SeedProduct = z.output<typeof Product>;
export type SeedCategory = z.output<typeof Category>;
