import { type JsonSchema, type Rooted, resolved } from './json-schema.ts';

/** A schema without alternatives and references, for values of one type; none: for all values. */
export type Branch = Omit<JsonSchema, 'type' | '$ref' | 'anyOf' | 'oneOf' | 'allOf' | 'const'> & {
  readonly type?: string;
};

/** More alternatives than this are not told apart: the schema then takes anything. */
const MAX_BRANCHES = 500;

/** The alternatives that a schema consists of. */
export function branches({ schema, root }: Rooted, following: readonly string[] = []): Branch[] {
  const { $ref, anyOf, oneOf, allOf, ...rest } = schema;
  const parts: Branch[][] = [plain(rest)];
  const of = (each: JsonSchema, path = following) => branches({ schema: each, root }, path);
  if ($ref !== undefined && !following.includes($ref)) {
    parts.push(of(resolved($ref, root), [...following, $ref]));
  }
  for (const alternatives of [anyOf, oneOf]) {
    if (alternatives !== undefined) parts.push(alternatives.flatMap((each) => of(each)));
  }
  for (const each of allOf ?? []) parts.push(of(each));
  return parts.reduce((left, right) => {
    if (left.length * right.length > MAX_BRANCHES) return [{}];
    return left.flatMap((one) => right.flatMap((other) => both(one, other) ?? []));
  });
}

/** The schema by type: `type` may list several, and enum and const say one without naming it. */
function plain({ type, const: only, ...rest }: JsonSchema): Branch[] {
  const values = only === undefined ? rest.enum : [only];
  const types = [type ?? typesIn(values) ?? typeOfKeywords(rest) ?? []].flat();
  if (types.length === 0) return [rest];
  return types.flatMap((each): Branch[] => {
    const { enum: _, ...others } = rest;
    if (values === undefined) return [{ ...others, type: each }];
    const own = values.filter((value) => isOf(value, each));
    return own.length === 0 ? [] : [{ ...others, type: each, enum: own }];
  });
}

const typesIn = (values: readonly unknown[] | undefined): string[] | undefined =>
  values && [...new Set(values.map(typeOf))];

const typeOfKeywords = ({ properties, items }: JsonSchema): string | undefined =>
  properties !== undefined ? 'object' : items !== undefined ? 'array' : undefined;

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

const isOf = (value: unknown, type: string): boolean =>
  typeOf(value) === type || (type === 'number' && typeOf(value) === 'integer');

/** What fits both; null where nothing does. */
function both(one: Branch, other: Branch): Branch | null {
  const type = commonType(one.type, other.type);
  if (type === null) return null;
  const { type: _, ...rest } = { ...one, ...other };
  const required = [...new Set([...(one.required ?? []), ...(other.required ?? [])])];
  return {
    ...rest,
    ...(type !== undefined && { type }),
    ...((one.properties || other.properties) && {
      properties: { ...one.properties, ...other.properties },
    }),
    ...(required.length > 0 && { required }),
  };
}

function commonType(one: string | undefined, other: string | undefined): string | null | undefined {
  if (one === undefined || one === other) return other;
  if (other === undefined) return one;
  return [one, other].sort().join() === 'integer,number' ? 'integer' : null;
}
