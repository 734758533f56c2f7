import { GraphQLError } from 'graphql';
import type { FieldModel, Model } from './model.ts';
import { seeded } from './random.ts';

/** An object of the world, as resolvers see it. */
export type Node = {
  readonly $type: string;
  /** Which of its type: all its values follow from it. */
  readonly $id: string;
  /** What a subgraph was told of it. */
  readonly $told?: Readonly<Record<string, unknown>>;
  readonly __typename?: string;
};

/** All data of a model: every value follows from the seed, the object, the field and its arguments. */
export type World = {
  /** What a field of an object is. Throws where the data say that its resolver fails. */
  readonly read: (node: Node, fieldName: string, args: object) => unknown;
  readonly referenced: (type: string, told: Readonly<Record<string, unknown>>) => Node;
};

const COUNT = 3;

export function worldOf(model: Model, seed: number): World {
  // What is selected on one type of an interface object is fetched for all of them: what breaks
  // its parent there breaks more than one schema would.
  const isOverfetched = model.interfaceObject !== null;
  const fields = new Map<string, FieldModel>();
  for (const type of model.types) {
    for (const one of type.fields) fields.set(`${type.name}.${one.name}`, one);
  }
  for (const one of model.interfaceObject?.fields ?? []) {
    for (const member of model.interfaceObject?.members ?? []) {
      fields.set(`${member}.${one.name}`, one);
    }
  }
  for (const root of model.roots) fields.set(`Query.${root.name}`, root);
  const membersOf = (name: string): readonly string[] =>
    name === model.interfaceObject?.name
      ? model.interfaceObject.members
      : (model.abstracts.find((abstract) => abstract.name === name)?.members ?? [name]);

  const keyValue = ({ $id }: Node, name: string): unknown => {
    const number = Number($id.split('-')[1]);
    if (name === 'id') return $id;
    if (name === 'code') return `c${number}`;
    if (name === 'no') return number;
    return name === 'ref' ? { at: `r${number}` } : undefined;
  };

  const read: World['read'] = (node, name, args) => {
    if (!('$type' in node)) return (node as Readonly<Record<string, unknown>>)[name];
    const field = fields.get(`${node.$type}.${name}`);
    if (field === undefined) throw new Error(`no field ${node.$type}.${name}`);
    const key = node.$type === 'Box' ? undefined : keyValue(node, name);
    if (key !== undefined) return key;
    if (field.requires.length > 0) return toldRight(node, field);
    const random = seeded(
      hash(`${seed} ${node.$type} ${node.$id} ${name} ${JSON.stringify(args)}`),
    );
    const canFail = !field.isRead && (!isOverfetched || !field.wrapping.endsWith('!'));
    if (canFail && random.chance(0.04)) {
      throw new GraphQLError(`${node.$id}.${name} fails`, { extensions: { code: 'FAILED' } });
    }
    const make = (wrapping: string): unknown => {
      if (wrapping.endsWith('!')) {
        if (!field.isRead && !isOverfetched && random.chance(0.02)) return null;
        return some(wrapping.slice(0, -1));
      }
      return random.chance(0.12) ? null : some(wrapping);
    };
    const some = (wrapping: string): unknown => {
      if (!wrapping.startsWith('[')) return leafOrNode();
      const items: unknown[] = [];
      for (let i = random.int(4); i > 0; i--) items.push(make(wrapping.slice(1, -1)));
      return items;
    };
    const leafOrNode = (): unknown => {
      const n = random.int(5);
      switch (field.named) {
        case 'String':
          return random.pick(['', 'plain', `q"\\\n\u2028${n}`, 'é€😀\ud800', `${name}${n}`]);
        case 'ID':
          return `i${n}`;
        case 'Int':
          return random.pick([n, -n, 2_147_483_647]);
        case 'Float':
          return random.pick([n, n + 0.25, -1e21, 1e-7]);
        case 'Boolean':
          return n > 2;
        case 'Color':
          return random.pick(['RED', 'GREEN', 'BLUE']);
        case 'Box':
          return { $type: 'Box', $id: `${node.$id}.${name}.${random.int(99)}` };
        default: {
          const type = random.pick(membersOf(field.named));
          return { $type: type, $id: `${type}-${random.int(COUNT)}` };
        }
      }
    };
    return make(field.wrapping);
  };

  /** A field with `@requires` says whether it was told what the world says. */
  const toldRight = (node: Node, { requires }: FieldModel): string => {
    if (node.$told === undefined) return `ok ${node.$id}`;
    const expected = requires.map((one) => plain(read(node, one.split(' ')[0] ?? '', {})));
    const told = requires.map((one) => node.$told?.[one.split(' ')[0] ?? '']);
    const isRight = JSON.stringify(expected) === JSON.stringify(told);
    return isRight ? `ok ${node.$id}` : `${node.$id} was told ${JSON.stringify(told)}`;
  };
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    const box = value as Node;
    return { a: read(box, 'a', {}), b: read(box, 'b', {}) };
  };

  return {
    read,
    referenced: (type, told) => {
      const ref = told.ref as { at: string } | undefined;
      const number = told.no ?? ref?.at.slice(1);
      const $id = (told.id as string | undefined) ?? `${type}-${number}`;
      const node = { $type: $id.split('-')[0] ?? type, $id, $told: told };
      const isObject = model.interfaceObject?.name === type;
      return isObject ? node : { ...node, __typename: type };
    },
  };
}

function hash(text: string): number {
  let value = 2_166_136_261;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 16_777_619) >>> 0;
  }
  return value;
}
