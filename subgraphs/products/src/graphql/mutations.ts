import type { Context } from './context.ts';
import type { AttributeInput, InputMaybe, MutationResolvers } from './generated.ts';
import { keyed } from './present.ts';

const attributes = (inputs: InputMaybe<AttributeInput[]> | undefined) =>
  inputs?.map(({ code, name, valueCode, value }) => ({
    code,
    name,
    value: { code: valueCode, ...value },
  }));

async function changed<Row>(row: Promise<Row | null>): Promise<Row> {
  const found = await row;
  if (found === null) throw new Error('what was just written is not there');
  return found;
}

const product = async (context: Context, written: Promise<string>) => {
  const id = await written;
  context.reload();
  return changed(context.load.product.load(id));
};

const variant = async (context: Context, written: Promise<string>) => {
  const id = await written;
  context.reload();
  return changed(context.load.variant.load(id));
};

const category = async (context: Context, written: Promise<string>) => {
  const id = await written;
  context.reload();
  return changed(context.load.category.load(id));
};

/** What was left out stays out: null and absent are not the same to an edit. */
const withAttributes = <Input extends { attributes?: InputMaybe<AttributeInput[]> }>(
  input: Input,
) => (input.attributes == null ? input : { ...input, attributes: attributes(input.attributes) });

export const Mutation: MutationResolvers = {
  createProduct: (_, { input }, context) =>
    product(context, context.verbs.catalogue.create(context.viewer, withAttributes(input))),
  updateProduct: (_, { id, expectedVersion, input }, context) =>
    product(
      context,
      context.verbs.catalogue.update(context.viewer, id, expectedVersion, withAttributes(input)),
    ),
  publishProduct: (_, { id, expectedVersion }, context) =>
    product(context, context.verbs.catalogue.publish(context.viewer, id, expectedVersion)),
  archiveProduct: (_, { id, expectedVersion }, context) =>
    product(context, context.verbs.catalogue.archive(context.viewer, id, expectedVersion)),
  addVariant: (_, { productId, expectedVersion, input }, context) => {
    const options = keyed(
      (input.options ?? []).map(({ code, value }) => [code, value]),
      'options',
    );
    const prices = keyed(
      input.prices.map(({ currency, amount }) => [currency, amount]),
      'prices',
    );
    const wanted = { ...input, options, prices };
    return variant(
      context,
      context.verbs.variants.add(context.viewer, productId, expectedVersion, wanted),
    );
  },
  setVariantPrices: (_, { variantId, expectedVersion, prices }, context) => {
    const wanted = keyed(
      prices.map(({ currency, amount }) => [currency, amount]),
      'prices',
    );
    return variant(
      context,
      context.verbs.variants.setPrices(context.viewer, variantId, expectedVersion, wanted),
    );
  },
  adjustStock: (_, { variantId, ...adjustment }, context) =>
    variant(context, context.verbs.stock.adjust(context.viewer, variantId, adjustment)),
  createCategory: (_, { input }, context) =>
    category(context, context.verbs.categories.create(context.viewer, input)),
  moveCategory: (_, { id, ...to }, context) =>
    category(context, context.verbs.categories.move(context.viewer, id, to)),
  redriveProductsDeadLetter: (_, { id }, { verbs, viewer }) =>
    verbs.deadLetters.redrive(viewer, id),
  dropProductsDeadLetter: (_, { id }, { verbs, viewer }) => verbs.deadLetters.drop(viewer, id),
};
