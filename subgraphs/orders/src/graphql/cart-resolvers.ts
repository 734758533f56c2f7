import { money } from '@souk/contracts/money';
import { AppError } from '@souk/platform/errors';
import { isId, parseId } from '@souk/platform/ids';
import { isOwner } from '../app/cart-access.ts';
import type { CartView } from '../app/carts.ts';
import { type Cart, lineTotal, totalsOf } from '../domain/cart.ts';
import { type CartProblem, type Observed, problemsOf } from '../domain/cart-problems.ts';
import type { Context } from './context.ts';
import type { Resolvers } from './generated.ts';
import type { CartLineMapper, CartMapper } from './mappers.ts';
import { messageOf } from './problem-messages.ts';

const changed = ({ cart, lines, token }: CartView): CartMapper => ({
  cart,
  token,
  lines: async () => lines,
});

const stored = (cart: Cart, token: string | null, { linesOfCart }: Context): CartMapper => ({
  cart,
  token,
  lines: () => linesOfCart.load(cart.id),
});

const totals = async ({ cart, lines }: CartMapper) => totalsOf(await lines(), cart.currency);

const message = (problem: CartProblem, { locale }: { locale: 'EN' | 'KO' }) =>
  messageOf(problem, locale);

/** What the router brought along with a line, as `@requires` asked it to. */
type Brought = {
  variant?: {
    forSale?: boolean | null;
    prices?: Observed['prices'] | null;
    availability?: { quantity: number } | null;
  } | null;
};

/** Null for a variant that is not sold, undefined where it did not come along. */
function observedIn({ variant }: Brought): Observed | null | undefined {
  if (!variant?.prices || !variant.availability) return undefined;
  if (variant.forSale === false) return null;
  return { prices: variant.prices, available: variant.availability.quantity };
}

/** Asks the catalogue itself, for a line that came without what is known of its variant. */
async function observe(line: CartLineMapper, { offerIn }: Context): Promise<Observed | null> {
  const offer = await offerIn(line.currency).load(line.variantId);
  if (offer === null) return null;
  return { prices: [money(offer.unitPrice, line.currency)], available: offer.available };
}

export const cartResolvers = {
  Query: {
    cart: async (_, args, context) => {
      const cartToken = args.cartToken ?? null;
      const cart = await context.carts.find({ viewer: context.viewer, cartToken });
      return cart && stored(cart, cartToken, context);
    },
  },
  Mutation: {
    createCart: async (_, { currency }, { carts, viewer }) =>
      changed(await carts.create({ viewer, cartToken: null }, currency)),
    addToCart: async (_, { input }, { carts, viewer }) => changed(await carts.add(viewer, input)),
    updateCartLine: async (_, { cartToken = null, ...input }, { carts, viewer }) =>
      changed(await carts.setQuantity({ viewer, cartToken }, input)),
    removeCartLine: async (_, { lineId, cartToken = null }, { carts, viewer }) =>
      changed(await carts.removeLine({ viewer, cartToken }, parseId(lineId, 'lineId'))),
    clearCart: async (_, { cartToken = null }, { carts, viewer }) =>
      changed(await carts.clear({ viewer, cartToken })),
    setCartCurrency: async (_, { currency, cartToken = null }, { carts, viewer }) =>
      changed(await carts.setCurrency({ viewer, cartToken }, currency)),
    acceptCartPrices: async (_, { cartToken = null }, { carts, viewer }) =>
      changed(await carts.acceptPrices({ viewer, cartToken })),
    mergeCart: async (_, { cartToken }, { carts, viewer }) =>
      changed(await carts.merge(viewer, cartToken)),
  },
  Cart: {
    __resolveReference: async ({ id }, context) => {
      const cart = isId(id) ? await context.cartById.load(id.toLowerCase()) : null;
      const known = cart?.status === 'ACTIVE' && isOwner(context.viewer, cart.customerId);
      return known ? stored(cart, null, context) : null;
    },
    id: ({ cart }) => cart.id,
    currency: ({ cart }) => cart.currency,
    createdAt: ({ cart }) => cart.createdAt,
    updatedAt: ({ cart }) => cart.updatedAt,
    customer: ({ cart }) => (cart.customerId === null ? null : { id: cart.customerId }),
    lines: async ({ cart, lines }) =>
      (await lines()).map((line) => ({ ...line, currency: cart.currency, observed: undefined })),
    totalQuantity: async (parent) => (await totals(parent)).quantity,
    subtotal: async (parent) => (await totals(parent)).subtotal,
    weightGrams: async (parent) => (await totals(parent)).weightGrams,
  },
  CartLine: {
    __resolveReference: async (reference, { cartLineById, viewer }) => {
      const found = isId(reference.id) ? await cartLineById.load(reference.id.toLowerCase()) : null;
      if (found === null) return null;
      const { line, customerId, currency } = found;
      if (customerId !== null && !isOwner(viewer, customerId)) return null;
      return { ...line, currency, observed: observedIn(reference as Brought) };
    },
    unitPrice: ({ unitPrice, currency }) => money(unitPrice, currency),
    lineTotal: (line) => lineTotal(line, line.currency),
    weightGrams: ({ weightGrams, quantity }) => weightGrams * quantity,
    product: ({ productId }) => ({ id: productId }),
    variant: ({ variantId }) => ({ id: variantId }),
    problems: async (line, _, context) => {
      try {
        const { observed = await observe(line, context) } = line;
        return problemsOf(line, line.currency, observed);
      } catch (error) {
        if (error instanceof AppError && error.code === 'UNAVAILABLE') return null;
        throw error;
      }
    },
  },
  CartProblem: { __resolveType: ({ kind }) => kind },
  PriceChanged: { message },
  OutOfStock: { message },
  InsufficientStock: { message },
  NoLongerSold: { message },
} satisfies Resolvers;
