import { type GraphModel, LEAVES, POSSIBLE } from './random-graph.ts';

/** A selection as a tree, so that it can be written with named fragments or without. */
export type Selected =
  | { readonly kind: 'field'; readonly text: string; readonly below: readonly Selected[] }
  | { readonly kind: 'fragment'; readonly on: string; readonly below: readonly Selected[] };

export function randomSelection(model: GraphModel, random: () => number): readonly Selected[] {
  const chance = (share: number) => random() < share;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const fieldsOf = (type: string) => {
    const fields = model.types.get(type === 'Node' ? 'A' : type)?.fields ?? [];
    return type === 'Node' ? fields.filter(({ name }) => !/^f\d/.test(name)) : fields;
  };

  function set(type: string, depth: number): readonly Selected[] {
    const members = POSSIBLE[type] ?? [];
    const onMembers = members.flatMap((member): Selected[] =>
      chance(0.5) ? [fragment(member, depth - 1)] : [],
    );
    const fields = fieldsOf(type);
    const direct = members.length > 0 && chance(0.5) ? 0 : 1 + Math.floor(random() * 3);
    const selected = fields.length === 0 ? [] : Array.from({ length: direct }, () => pick(fields));
    const own = selected.flatMap(({ name, named }): Selected[] => {
      const isLeaf = LEAVES.includes(named) || named === 'ID';
      if (!isLeaf && depth <= 0) return [];
      const text = chance(0.15) ? `other_${name}: ${name}` : name;
      return [{ kind: 'field', text, below: isLeaf ? [] : set(named, depth - 1) }];
    });
    const again = depth > 0 && chance(0.15) ? [fragment(type, depth - 1)] : [];
    const all = [...own, ...onMembers, ...again];
    if (all.length > 0) return all;
    return fields.length > 0 ? [{ kind: 'field', text: 'id', below: [] }] : [fragment('A', 0)];
  }

  const fragment = (on: string, depth: number): Selected => ({
    kind: 'fragment',
    on,
    below: set(on, Math.max(0, depth)),
  });
  const roots = fieldsOf('Query').filter(() => chance(0.7));
  return roots.map(({ name, named }) => ({
    kind: 'field',
    text: name,
    below: LEAVES.includes(named) ? [] : set(named, 4),
  }));
}

/** The operation as text; `named` makes fragments of that share of the inline ones, equal ones once. */
export function written(selection: readonly Selected[], named: () => boolean): string {
  const fragments = new Map<string, string>();
  const set = (selected: readonly Selected[]): string =>
    `{ ${selected
      .map((each) => {
        const below = each.below.length === 0 ? '' : ` ${set(each.below)}`;
        if (each.kind === 'field') return `${each.text}${below}`;
        if (!named()) return `... on ${each.on}${below}`;
        const body = `on ${each.on}${below}`;
        const name = fragments.get(body) ?? `F${fragments.size}`;
        fragments.set(body, name);
        return `...${name}`;
      })
      .join(' ')} }`;
  const operation = set(selection);
  return [operation, ...[...fragments].map(([body, name]) => `fragment ${name} ${body}`)].join(' ');
}
