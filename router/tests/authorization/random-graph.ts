/** What a type or a field asks for, as the directives say it. */
export type Need = {
  readonly authenticated: boolean;
  readonly scopes: readonly (readonly string[])[] | null;
  readonly policies: readonly (readonly string[])[] | null;
};

export type FieldModel = {
  readonly name: string;
  /** Of the type that it returns. */
  readonly named: string;
  readonly isList: boolean;
  readonly isNonNull: boolean;
  readonly owner: 0 | 1;
  readonly need: Need | null;
};

export type TypeModel = {
  readonly name: string;
  readonly need: Need | null;
  readonly fields: readonly FieldModel[];
};

/** A graph of two subgraphs with random authorization, told apart from any SDL of it. */
export type GraphModel = {
  readonly types: ReadonlyMap<string, TypeModel>;
  readonly sdls: readonly [string, string];
};

/** Abstract types and what they hold. */
export const POSSIBLE: Readonly<Record<string, readonly string[]>> = {
  Node: ['A', 'B'],
  Any: ['A', 'C', 'V'],
};
export const LEAVES = ['String', 'Secret', 'Kind'];
export const SCOPES = ['a', 'b', 'c'];
export const POLICIES = ['p', 'q'];
const NODE_FIELDS = ['id', 'name', 'next'];

export function randomGraph(random: () => number): GraphModel {
  const chance = (share: number) => random() < share;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const alternatives = (names: readonly string[]) =>
    Array.from({ length: 1 + Math.floor(random() * 2) }, () =>
      [...new Set([pick(names), pick(names)])].slice(0, 1 + Math.floor(random() * 2)),
    );
  const need = (share: number): Need | null =>
    chance(share)
      ? {
          authenticated: chance(0.4),
          scopes: chance(0.5) ? alternatives(SCOPES) : null,
          policies: chance(0.3) ? alternatives(POLICIES) : null,
        }
      : null;

  const field = (name: string, owner: 0 | 1, share: number): FieldModel => ({
    name,
    owner,
    named: pick(
      owner === 0 ? [...LEAVES, 'A', 'B', 'C', 'V', 'Node', 'Any'] : ['String', 'A', 'B', 'C'],
    ),
    isList: chance(0.3),
    isNonNull: chance(0.35),
    need: need(share),
  });
  const id: FieldModel = {
    name: 'id',
    named: 'ID',
    isList: false,
    isNonNull: true,
    owner: 0,
    need: null,
  };
  const leaf = { named: 'String', isList: false, isNonNull: false, owner: 0 } as const;
  const next = {
    name: 'next',
    named: 'Node',
    isList: chance(0.5),
    isNonNull: false,
    owner: 0,
  } as const;

  const entity = (name: string): TypeModel => ({
    name,
    need: need(0.25),
    fields: [
      { ...id, need: need(0.1) },
      { ...leaf, name: 'name', need: need(0.25) },
      ...(name === 'C' ? [] : [{ ...next, need: need(0.2) }]),
      ...[0, 1, 2].map((i) => field(`f${i}`, pick([0, 1]), 0.25)),
    ],
  });
  const value: TypeModel = {
    name: 'V',
    need: need(0.25),
    fields: [
      id,
      { ...leaf, name: 'x', need: need(0.25) },
      { ...leaf, name: 'kind', named: 'Kind', need: null },
    ],
  };
  const query: TypeModel = {
    name: 'Query',
    need: null,
    fields: [0, 1, 2, 3, 4, 5].map((i) => field(`q${i}`, i === 0 ? 1 : 0, 0.15)),
  };
  const leaves = ['Secret', 'Kind'].map(
    (name): TypeModel => ({ name, need: need(0.3), fields: [] }),
  );
  const all = [...['A', 'B', 'C'].map(entity), value, query, ...leaves];
  const types = new Map(all.map((type) => [type.name, type]));
  return { types, sdls: [sdlOf(types, 0), sdlOf(types, 1)] };
}

const directives = (need: Need | null): string =>
  [
    need?.authenticated ? ' @authenticated' : '',
    need?.scopes ? ` @requiresScopes(scopes: ${JSON.stringify(need.scopes)})` : '',
    need?.policies ? ` @policy(policies: ${JSON.stringify(need.policies)})` : '',
  ].join('');

const typeOf = ({ named, isList, isNonNull }: FieldModel): string =>
  `${isList ? `[${named}${isNonNull ? '!' : ''}]` : named}${isNonNull ? '!' : ''}`;

function sdlOf(types: GraphModel['types'], owner: 0 | 1): string {
  const fieldOf = (field: FieldModel) => `${field.name}: ${typeOf(field)}${directives(field.need)}`;
  const objects = [...types.values()].flatMap(({ name, need, fields }) => {
    if (fields.length === 0) return [];
    const isEntity = 'ABC'.includes(name);
    if (name === 'V' && owner === 1) return [];
    const own = fields.filter((field) => field.owner === owner);
    const all = isEntity && owner === 1 ? ['id: ID!', ...own.map(fieldOf)] : own.map(fieldOf);
    const implemented = owner === 0 && POSSIBLE.Node?.includes(name) ? ' implements Node' : '';
    const key = isEntity ? ' @key(fields: "id")' : '';
    const asked = owner === 0 ? directives(need) : '';
    return all.length === 0
      ? []
      : [`type ${name}${implemented}${key}${asked} { ${all.join('  ')} }`];
  });
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
    import: ["@key", "@authenticated", "@requiresScopes", "@policy"])`;
  if (owner === 1) return [link, ...objects].join('\n');
  const node = types.get('A')?.fields.filter(({ name }) => NODE_FIELDS.includes(name)) ?? [];
  const next = node.find(({ name }) => name === 'next');
  return [
    link,
    ...objects,
    `interface Node { id: ID!  name: String  next: ${next ? typeOf(next) : 'Node'} }`,
    `union Any = ${POSSIBLE.Any?.join(' | ')}`,
    `scalar Secret${directives(types.get('Secret')?.need ?? null)}`,
    `enum Kind${directives(types.get('Kind')?.need ?? null)} { ONE TWO }`,
  ].join('\n');
}
