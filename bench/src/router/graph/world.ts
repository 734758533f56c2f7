/** An object of the graph, as a subgraph knows it: its type, its number, and what was sent with it. */
export type Thing = {
  readonly type: 'Query' | 'User' | 'Product' | 'Review';
  readonly number: number;
  /** Fields of the representation: keys, and what `@requires` asked for. */
  readonly sent: Readonly<Record<string, unknown>>;
};
type Args = Readonly<Record<string, unknown>>;
export type Value = string | number | boolean | null | Thing | readonly Thing[];

/** Numbers below this are of a small shop, where everything refers to the same few things. */
const SMALL = 1_000;
const FEW = { users: 6, products: 9 };
const MANY = 40_000;
const REVIEWS_BY_DEFAULT = 3;

const thing = (type: Thing['type'], number: number): Thing => ({ type, number, sent: {} });
const pick = (seed: number, few: number): number =>
  seed < SMALL ? 1 + (seed % few) : SMALL + ((seed * 7_919) % MANY);

const list = (length: number, of: (index: number) => Thing): Thing[] =>
  Array.from({ length }, (_, index) => of(index));

const count = (args: Args, byDefault: number): number =>
  typeof args.first === 'number' ? args.first : byDefault;

/** The reviews of something: numbers that follow from its own, in the same shop. */
const reviewsOf = (number: number, salt: number, first: number): Thing[] =>
  list(first, (index) =>
    thing('Review', number < SMALL ? 100 + number * 13 + index * salt : number * salt + index),
  );

const WORDS = 'plain sturdy light honest loud warm small green useful late'.split(' ');
const words = (number: number, length: number): string =>
  Array.from({ length }, (_, index) => WORDS[(number * (index + 3) + index * index) % 10]).join(
    ' ',
  );

const price = (number: number): number => 100 + ((number * 37) % 9_000);
const weight = (number: number): number => 10 + ((number * 53) % 2_000);

/** What each field is. Data is a function of numbers, so that a wrong fetch gives a wrong answer. */
export const FIELDS: Record<string, (of: Thing, args: Args) => Value> = {
  'Query.user': (_, { id }) => thing('User', Number(id)),
  'Query.users': () => list(FEW.users, (index) => thing('User', 1 + index)),
  'Query.product': (_, { upc }) => thing('Product', Number(upc)),
  'Query.topProducts': (_, args) => list(count(args, 5), (index) => thing('Product', 1 + index)),
  'User.id': ({ number }) => String(number),
  'User.name': ({ number }) => (number % 11 === 10 ? null : `Person ${words(number, 2)}`),
  'User.username': ({ number }) => `person${number}`,
  'User.birthday': ({ number }) => 1_950 + (number % 60),
  'User.reviews': ({ number }, args) => reviewsOf(number, 3, count(args, REVIEWS_BY_DEFAULT)),
  'Product.upc': ({ number }) => String(number),
  'Product.name': ({ number }) => `A ${words(number, 3)} thing`,
  'Product.price': ({ number }) => price(number),
  'Product.weight': ({ number }) => weight(number),
  'Product.inStock': ({ number }) => number % 3 > 0,
  'Product.shippingEstimate': ({ sent }) =>
    Math.round(Number(sent.price) / 10) + Math.round(Number(sent.weight) / 2),
  'Product.reviews': ({ number }, args) => reviewsOf(number, 7, count(args, REVIEWS_BY_DEFAULT)),
  'Review.id': ({ number }) => String(number),
  'Review.body': ({ number }) => `It is ${words(number, 18)}.`,
  'Review.author': ({ number }) => thing('User', pick(number, FEW.users)),
  'Review.product': ({ number }) => thing('Product', pick(number * 3, FEW.products)),
};

/** The thing that a representation stands for. Throws for a type that is not an entity. */
export function represented(representation: Readonly<Record<string, unknown>>): Thing {
  const { __typename: type, id, upc } = representation;
  if (type !== 'User' && type !== 'Product' && type !== 'Review') {
    throw new Error(`no entity ${String(type)}`);
  }
  const number = Number(type === 'Product' ? upc : id);
  if (!Number.isInteger(number)) throw new Error(`a ${type} without its key`);
  return { type, number, sent: representation };
}

/** The query of a subgraph. */
export const root: Thing = thing('Query', 0);

/** True where few things are asked for again and again, so that answers are worth keeping. */
export const isSmall = ({ number }: Thing): boolean => number < SMALL;
