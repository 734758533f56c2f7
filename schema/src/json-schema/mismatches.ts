import { type Branch, branches } from './branches.ts';
import type { JsonSchema, Rooted } from './json-schema.ts';
import { below, type Mismatch } from './mismatch.ts';
import { valueMismatches } from './value-mismatches.ts';

const KNOWS_NOTHING = ['description', 'title', 'default', 'examples', '$schema', 'deprecated'];

/**
 * Why not all values of one schema fit another; empty where they all do. Conservative: what cannot be
 * decided (two patterns that differ) counts as a mismatch.
 */
export function mismatches(written: Rooted, read: Rooted): Mismatch[] {
  const known = new Map<JsonSchema, Map<JsonSchema, Mismatch[]>>();

  function compare(one: JsonSchema, other: JsonSchema): Mismatch[] {
    const byOther = known.get(one) ?? new Map<JsonSchema, Mismatch[]>();
    known.set(one, byOther);
    const same = byOther.get(other);
    if (same !== undefined) return same;
    // Schemas can hold themselves: inside, the pair under comparison counts as fitting.
    byOther.set(other, []);
    const candidates = branches({ schema: other, root: read.root });
    const found = candidates.some(takesAnything)
      ? []
      : fitAll(branches({ schema: one, root: written.root }), candidates);
    byOther.set(other, found);
    return found;
  }

  const fitAll = (all: readonly Branch[], candidates: readonly Branch[]): Mismatch[] =>
    all.flatMap((each) => fit(each, candidates, all.length + candidates.length > 2));

  /** The mismatches with the candidate that fits best. */
  function fit(branch: Branch, candidates: readonly Branch[], isUnion: boolean): Mismatch[] {
    const ofType = candidates.filter(
      ({ type }) =>
        type === undefined ||
        type === branch.type ||
        (type === 'number' && branch.type === 'integer'),
    );
    if (ofType.length === 0) return [otherType(branch, candidates)];
    const stranger = isUnion ? unknownMember(branch, ofType) : null;
    if (stranger !== null) return [stranger];
    const all = ofType.map((candidate) => inside(branch, candidate));
    return all.reduce((best, each) => (each.length < best.length ? each : best));
  }

  function inside(one: Branch, other: Branch): Mismatch[] {
    return [
      ...valueMismatches(one, other),
      ...propertyMismatches(one, other),
      ...itemsOf(one, other).map((each) => ({ ...each, path: below('[]', each.path) })),
    ];
  }

  function itemsOf(one: Branch, other: Branch): Mismatch[] {
    if (typeof other.items !== 'object') return [];
    return compare(typeof one.items === 'object' ? one.items : {}, other.items);
  }

  function propertyMismatches(one: Branch, other: Branch): Mismatch[] {
    const own = one.properties ?? {};
    const needed = new Set(other.required);
    const always = new Set(one.required);
    const wanted = Object.entries(other.properties ?? {}).flatMap(([name, schema]): Mismatch[] => {
      const written = own[name];
      if (written === undefined) return [];
      return compare(written, schema).map((each) => ({ ...each, path: below(name, each.path) }));
    });
    const absent = [...needed]
      .filter((name) => !always.has(name))
      .map((name): Mismatch => {
        return name in own
          ? { path: name, kind: 'optional', detail: 'is not always there' }
          : { path: name, kind: 'missing', detail: 'is not there' };
      });
    const refused = Object.keys(own)
      .filter((name) => other.additionalProperties === false && !(name in (other.properties ?? {})))
      .map((name): Mismatch => ({ path: name, kind: 'unexpected', detail: 'is not known' }));
    return [...absent, ...wanted, ...refused];
  }

  return compare(written.schema, read.schema);
}

const takesAnything = (branch: Branch): boolean =>
  Object.keys(branch).every((key) => KNOWS_NOTHING.includes(key));

function otherType({ type }: Branch, candidates: readonly Branch[]): Mismatch {
  const expected = [...new Set(candidates.map((each) => each.type))].join(' or ');
  return type === 'null'
    ? { path: '', kind: 'nullable', detail: 'can be null' }
    : { path: '', kind: 'type', detail: `is ${type ?? 'anything'}, not ${expected}` };
}

/** Members of a union tell themselves by a property of one value each. */
function unknownMember(branch: Branch, candidates: readonly Branch[]): Mismatch | null {
  for (const [name, { const: value }] of Object.entries(branch.properties ?? {})) {
    if (value === undefined) continue;
    const known = candidates.map(({ properties }) => properties?.[name]?.const);
    if (known.includes(undefined) || known.includes(value)) continue;
    return { path: '', kind: 'member', detail: `can be ${String(value)}` };
  }
  return null;
}
