/** How large a made-up supergraph is. */
export type Size = { subgraphs: number; types: number; operations: number };

export type MadeUpSubgraph = { name: string; sdl: string };

/** Of the types of a subgraph: entities, enums and inputs; the rest are plain objects, and one union. */
const ENTITIES = 6;
const ENUMS = 14;
const INPUTS = 14;
/** Entities of other subgraphs that a subgraph adds fields to. */
const EXTENDED = 3;
/** Plain objects that hang together in one chain. */
const CHAIN = 6;

/**
 * The same text for the same size, always: subgraphs with entities that refer to each other across
 * services, plain objects, enums, inputs and a union, all described.
 */
export function madeUpSubgraphs({ subgraphs, types }: Size): MadeUpSubgraph[] {
  const objects = Math.max(CHAIN, Math.floor(types / subgraphs) - ENTITIES - ENUMS - INPUTS - 1);
  return Array.from({ length: subgraphs }, (_, index) => ({
    name: nameOf(index),
    sdl: [
      LINK,
      roots(index),
      ...times(ENTITIES, (entity) => entityOf(index, entity, subgraphs)),
      ...times(EXTENDED, (nth) => extensionOf(index, nth, subgraphs)),
      ...times(objects, (object) => objectOf(index, object, objects)),
      ...times(ENUMS, (each) => enumOf(index, each)),
      ...times(INPUTS, (each) => inputOf(index, each)),
      `"Either of two."\nunion ${prefix(index)}Either = ${prefix(index)}Entity0 | ${prefix(index)}Entity1`,
    ].join('\n\n'),
  }));
}

/** A service's name: `service-007`. */
export const nameOf = (index: number): string => `service-${String(index).padStart(3, '0')}`;

/** What the names of a service's types begin with: `S007`. */
export const prefix = (index: number): string => `S${String(index).padStart(3, '0')}`;

/** The entities of others that subgraph `index` adds a field to. */
export const extendedBy = (index: number, nth: number, subgraphs: number) => ({
  owner: (index + 7 * (nth + 1)) % subgraphs,
  entity: nth,
});

/** The entity of another subgraph that an entity refers to. */
export const nextOf = (index: number, entity: number, subgraphs: number) => ({
  owner: (index * 3 + entity * 11 + 1) % subgraphs,
  entity: (entity + 1) % ENTITIES,
});

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

const times = (count: number, make: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => make(index));

function roots(index: number): string {
  const own = prefix(index);
  const gets = times(
    ENTITIES,
    (entity) => `  "One by its id."
  get${own}Entity${entity}("Its id." id: ID!): ${own}Entity${entity}`,
  );
  return `type Query {
${gets.join('\n')}
  "Those that match."
  find${own}("What to look for." input: ${own}Input0!, "In which order." sort: ${own}Enum0): [${own}Either!]!
}

type Mutation {
  "Changes one."
  change${own}("The change." input: ${own}Input1!): ${own}Entity0
}`;
}

function entityOf(index: number, entity: number, subgraphs: number): string {
  const own = prefix(index);
  const next = nextOf(index, entity, subgraphs);
  const isOwn = next.owner === index;
  const stub = `"Known by its id."
type ${prefix(next.owner)}Entity${next.entity} @key(fields: "id", resolvable: false) {
  "Its id."
  id: ID!
}`;
  const isExtended = times(EXTENDED, String).some((_, nth) => {
    const extended = extendedBy(index, nth, subgraphs);
    return extended.owner === next.owner && extended.entity === next.entity;
  });
  const isStubbed = times(entity, String).some((_, before) => {
    const other = nextOf(index, before, subgraphs);
    return other.owner === next.owner && other.entity === next.entity;
  });
  const type = `"An entity of ${nameOf(index)}."
type ${own}Entity${entity} @key(fields: "id") {
  "Its id."
  id: ID!
  "What people call it."
  name: String!
  "How many there are."
  count: Int
  "Words for it."
  tags: [String!]!
  "More about it."
  detail: ${own}Object${entity * CHAIN}
  "How it is."
  state: ${own}Enum${entity}!
  "The one after it."
  next: ${prefix(next.owner)}Entity${next.entity}
  "Others like it."
  related("How many." first: Int = 10): [${own}Entity${(entity + 1) % ENTITIES}!]!
}`;
  return isOwn || isExtended || isStubbed ? type : `${type}\n\n${stub}`;
}

function extensionOf(index: number, nth: number, subgraphs: number): string {
  const { owner, entity } = extendedBy(index, nth, subgraphs);
  return `"What ${nameOf(index)} knows of it."
type ${prefix(owner)}Entity${entity} @key(fields: "id") {
  "Its id."
  id: ID!
  "A number of ${nameOf(index)}."
  added${prefix(index)}: Int
  "More by ${nameOf(index)}."
  more${prefix(index)}: ${prefix(index)}Object0
}`;
}

function objectOf(index: number, object: number, objects: number): string {
  const own = prefix(index);
  const hasInner = object % CHAIN !== CHAIN - 1 && object + 1 < objects;
  const inner = hasInner ? `\n  "What is inside."\n  inner: ${own}Object${object + 1}` : '';
  return `"A part of an entity."
type ${own}Object${object} {
  "A text."
  text: String
  "A number."
  amount: Float!
  "Of which kind."
  kind: ${own}Enum${object % ENUMS}${inner}
}`;
}

const enumOf = (index: number, each: number): string => `"Kinds of things."
enum ${prefix(index)}Enum${each} {
${times(5, (value) => `  "Kind ${value}."\n  KIND_${value}`).join('\n')}
}`;

const inputOf = (index: number, each: number): string => `"What is given."
input ${prefix(index)}Input${each} {
  "Its id."
  id: ID!
  "A text."
  text: String
  "Of which kind."
  kind: ${prefix(index)}Enum${each % ENUMS} = KIND_0${
    each + 1 < INPUTS ? `\n  "And this."\n  and: ${prefix(index)}Input${each + 1}` : ''
  }
}`;
