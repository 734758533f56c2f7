import { idOf } from './fixture.ts';

/** A new product, as createProduct takes it. */
export const productInput = (slug: string) => ({
  slug,
  categoryId: idOf(1, 2),
  brand: 'Onggi',
  title: { en: 'Tea bowl', ko: '찻사발' },
  description: { en: 'For tea.', ko: '차를 위한 그릇.' },
  tags: ['tea'],
  options: [
    {
      code: 'glaze',
      name: { en: 'Glaze', ko: '유약' },
      values: [
        { code: 'celadon', name: { en: 'Celadon', ko: '청자' } },
        { code: 'tenmoku', name: { en: 'Tenmoku', ko: '천목' } },
      ],
    },
  ],
  attributes: [
    {
      code: 'material',
      name: { en: 'Material', ko: '소재' },
      valueCode: 'stoneware',
      value: { en: 'Stoneware', ko: '석기' },
    },
  ],
  images: [{ file: 'bowl.svg', alt: { en: 'A bowl', ko: '사발' } }],
});

export const CREATE = `mutation ($input: CreateProductInput!) {
  createProduct(input: $input) { id slug status version attributes { valueCode value } images { url } } }`;
export const UPDATE = `mutation ($id: ID!, $v: Int!, $input: UpdateProductInput!) {
  updateProduct(id: $id, expectedVersion: $v, input: $input) { version title brand } }`;
export const PUBLISH = `mutation ($id: ID!, $v: Int!) { publishProduct(id: $id, expectedVersion: $v) { status version } }`;
export const ARCHIVE = `mutation ($id: ID!, $v: Int!) { archiveProduct(id: $id, expectedVersion: $v) { status version } }`;
export const ADD = `mutation ($id: ID!, $v: Int!, $input: AddVariantInput!) {
  addVariant(productId: $id, expectedVersion: $v, input: $input) {
    id sku title title_ko: title(locale: KO) version availability { status } product { version } } }`;
export const PRICE = `mutation ($id: ID!, $v: Int!, $prices: [MoneyInput!]!) {
  setVariantPrices(variantId: $id, expectedVersion: $v, prices: $prices) { version prices { amount currency } } }`;
export const STOCK = `mutation ($id: ID!, $delta: Int!, $reason: StockReason! = COUNTED, $note: String) {
  adjustStock(variantId: $id, delta: $delta, reason: $reason, note: $note) {
    availability { quantity inStock status } } }`;

/** A variant of that product, as addVariant takes it. */
export const variantInput = (sku: string, glaze: string) => ({
  sku,
  options: [{ code: 'glaze', value: glaze }],
  prices: [
    { amount: 42_000, currency: 'KRW' },
    { amount: 3_200, currency: 'USD' },
    { amount: 2_900, currency: 'EUR' },
  ],
  weightGrams: 320,
});
