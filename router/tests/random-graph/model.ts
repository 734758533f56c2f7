import type { Random } from './random.ts';

/** How a field is declared in one subgraph. */
export type Declaration = { readonly service: string; readonly directives: string };

export type FieldModel = {
  readonly name: string;
  /** The type without its wrappers. */
  readonly named: string;
  /** With `*` for the named type: `*`, `*!`, `[*]`, `[*!]!` … */
  readonly wrapping: string;
  readonly args: string;
  readonly declared: Declaration[];
  /** Read by `@key`, `@requires` or `@provides`: always there, never an error. */
  isRead: boolean;
  /** What `@requires` asks for. */
  readonly requires: readonly string[];
};

export type TypeModel = {
  readonly name: string;
  /** Field sets; empty for a value type. */
  readonly keys: readonly string[];
  readonly keysIn: ReadonlyMap<string, readonly string[]>;
  readonly fields: FieldModel[];
};

/** An interface or a union, in the subgraphs that know it. */
export type AbstractModel = {
  readonly name: string;
  readonly kind: 'interface' | 'union';
  readonly members: readonly string[];
  readonly services: readonly string[];
};

/** An interface that is an entity, and an object in another subgraph. */
export type InterfaceObjectModel = {
  readonly name: string;
  readonly home: string;
  readonly other: string;
  readonly members: readonly string[];
  readonly fields: FieldModel[];
};

export type Model = {
  readonly services: readonly string[];
  readonly types: TypeModel[];
  readonly abstracts: AbstractModel[];
  readonly interfaceObject: InterfaceObjectModel | null;
  readonly roots: FieldModel[];
  readonly labels: string[];
};

const LEAVES = ['String', 'Int', 'Float', 'Boolean', 'ID', 'Color'];
const WRAPPINGS = ['*', '*', '*', '*!', '[*]', '[*!]', '[*!]!', '[*]!', '[[*]]'];
const ARGS = ['x: Int = 1', 'color: Color', 'of: Filter', 'text: String! = "t"', 'ids: [ID!]'];

export const field = (name: string, named: string, more: Partial<FieldModel> = {}): FieldModel => ({
  name,
  named,
  wrapping: '*',
  args: '',
  declared: [],
  isRead: false,
  requires: [],
  ...more,
});

/** A random graph: entities over several subgraphs, with what federation knows to do with them. */
export function randomModel(random: Random): Model {
  const services = ['s0', 's1', 's2', 's3'].slice(0, 2 + random.int(3));
  const labels: string[] = [];
  const names = ['Ant', 'Bee', 'Cat', 'Dog', 'Emu'].slice(0, 2 + random.int(4));
  const everywhere = (directives = '') => services.map((service) => ({ service, directives }));

  const value: TypeModel = {
    name: 'Box',
    keys: [],
    keysIn: new Map(),
    fields: ['a', 'b'].map((name) =>
      field(name, random.pick(LEAVES), {
        wrapping: random.pick(['*', '*!']),
        declared: everywhere(),
        isRead: true,
      }),
    ),
  };
  const types = [...names.map((name) => entity(name)), value];

  function entity(name: string): TypeModel {
    const keys = random.some(['id', 'code no', 'ref { at }'], 0.4);
    const [home] = services;
    const keysIn = new Map(
      services.map((service) => [service, service === home ? keys : random.some(keys)]),
    );
    const keyField = (own: string, named: string, key: string): FieldModel[] =>
      keys.includes(key)
        ? [
            field(own, named, {
              wrapping: '*!',
              isRead: true,
              declared: services.flatMap((service) =>
                keysIn.get(service)?.includes(key) ? [{ service, directives: '@shareable' }] : [],
              ),
            }),
          ]
        : [];
    const fields = [
      ...keyField('id', 'ID', 'id'),
      ...keyField('code', 'String', 'code no'),
      ...keyField('no', 'Int', 'code no'),
      ...keyField('ref', 'Ref', 'ref { at }'),
    ];
    for (let i = 2 + random.int(4); i > 0; i--) {
      const args = random.chance(0.25) ? random.some(ARGS, 0.3).join(', ') : '';
      const named = random.chance(0.2) ? 'Box' : random.pick(LEAVES);
      fields.push(
        field(`${name.toLowerCase()}${i}`, named, {
          wrapping: random.pick(WRAPPINGS),
          args,
          declared: owners(),
        }),
      );
    }
    return { name, keys, keysIn, fields };
  }

  /** One owner, several that share, or one that took a field over from another. */
  function owners(): Declaration[] {
    const [a, b] = [random.pick(services), random.pick(services)];
    if (a !== b && random.chance(0.15)) {
      const label = random.chance(0.6) ? `, label: "percent(${10 * (1 + random.int(9))})"` : '';
      if (label !== '') labels.push(label.slice(10, -1));
      return [
        { service: a, directives: '' },
        { service: b, directives: `@override(from: "${a}"${label})` },
      ];
    }
    return random.chance(0.2)
      ? random.some(services).map((service) => ({ service, directives: '@shareable' }))
      : [{ service: a, directives: '' }];
  }

  const abstracts: AbstractModel[] = [];
  const members = random.some(names, 0.7);
  if (random.chance(0.7)) {
    const known = random.some(services);
    abstracts.push({ name: 'Animal', kind: 'interface', members, services: known });
    for (const service of known) {
      const shared = {
        wrapping: random.pick(['*', '*', '*!']),
        declared: [{ service, directives: '' }],
      };
      const named = random.pick(LEAVES);
      for (const type of types) {
        if (!members.includes(type.name)) continue;
        type.fields.push(
          field(`in_${service}`, named, { ...shared, declared: [...shared.declared] }),
        );
      }
    }
  }
  if (random.chance(0.6)) {
    const known = random.some(services);
    abstracts.push({ name: 'Any', kind: 'union', members: random.some(names), services: known });
  }
  const interfaceObject = random.chance(0.4) ? anInterfaceObject() : null;

  function anInterfaceObject(): InterfaceObjectModel {
    const [home = '', other = ''] = services;
    const media = { name: 'Media', home, other, members: ['Film', 'Song'] };
    const own = (service: string) => ({ declared: [{ service, directives: '' }] });
    for (const member of media.members) {
      types.push({
        name: member,
        keys: ['id'],
        keysIn: new Map([[home, ['id']]]),
        fields: [
          field('id', 'ID', { wrapping: '*!', isRead: true, ...own(home) }),
          field('title', 'String', { wrapping: '*!', ...own(home) }),
          field(`${member.toLowerCase()}1`, 'Int', own(home)),
        ],
      });
    }
    const fields = [
      field('stars', 'Int', { wrapping: '*', ...own(other) }),
      field('about', random.pick(names), { wrapping: random.pick(['*', '[*!]']), ...own(other) }),
    ];
    return { ...media, fields };
  }

  // References, over types and abstract types that a subgraph knows.
  const targets = (service: string) => [
    ...names,
    ...abstracts.flatMap((a) => (a.services.includes(service) ? [a.name] : [])),
    ...(interfaceObject !== null && [interfaceObject.home, interfaceObject.other].includes(service)
      ? [interfaceObject.name]
      : []),
  ];
  for (const type of types) {
    if (!names.includes(type.name)) continue;
    for (let i = 1 + random.int(2); i > 0; i--) {
      const service = random.pick(services);
      type.fields.push(
        field(`to${i}`, random.pick(targets(service)), {
          wrapping: random.pick(WRAPPINGS),
          declared: [{ service, directives: '' }],
        }),
      );
    }
  }
  const roots = services.flatMap((service) =>
    [0, 1].map((i) =>
      field(`get_${service}_${i}`, random.pick(targets(service)), {
        wrapping: random.pick(WRAPPINGS),
        args: random.chance(0.3) ? random.pick(ARGS) : '',
        declared: [{ service, directives: '' }],
      }),
    ),
  );
  for (const type of types) if (names.includes(type.name)) addRequires(type);

  /** A field that needs what other subgraphs own, and one that provides it. */
  function addRequires(type: TypeModel): void {
    const service = random.pick(services);
    const apart = type.fields.filter(
      ({ declared, args, named }) =>
        args === '' &&
        (LEAVES.includes(named) || named === 'Box') &&
        declared.every((d) => d.service !== service) &&
        declared.every((d) => !d.directives.includes('override')),
    );
    if (apart.length === 0 || random.chance(0.4)) return;
    const read = random.some(apart, 0.4);
    const provides = random.chance(0.3) ? read.filter(({ named }) => named !== 'Box') : [];
    for (const one of read) {
      const isProvided = provides.includes(one);
      if (isProvided) {
        for (const [i, d] of one.declared.entries()) {
          one.declared[i] = { ...d, directives: '@shareable' };
        }
      }
      one.declared.push({ service, directives: '@external' });
      one.isRead = true;
    }
    const requires = read.map(({ name, named }) => (named === 'Box' ? `${name} { a b }` : name));
    type.fields.push(
      field('needs', 'String', {
        requires,
        declared: [{ service, directives: `@requires(fields: "${requires.join(' ')}")` }],
      }),
    );
    if (provides.length > 0) {
      const set = provides.map(({ name }) => name).join(' ');
      roots.push(
        field(`with_${type.name}`, type.name, {
          wrapping: '[*]',
          declared: [{ service, directives: `@provides(fields: "${set}")` }],
        }),
      );
    }
  }

  return { services, types, abstracts, interfaceObject, roots, labels };
}
