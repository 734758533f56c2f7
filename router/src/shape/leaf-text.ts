import { type GraphQLLeafType, isEnumType, isSpecifiedScalarType } from 'graphql';
import { jsonText, stringText } from '../execute/json-text.ts';

/** Thrown where only the plain path can tell what the answer is. */
export const ANOMALY = { anomaly: true };

/**
 * JSON of a leaf that is not null, result coercion of its type included. `unescaped`: no string needs
 * an escape. Throws ANOMALY.
 */
export type LeafText = (value: unknown, unescaped: boolean) => string;

const bad = (): never => {
  throw ANOMALY;
};

const SCALARS: Readonly<Record<string, LeafText>> = {
  String: (value, unescaped) => (typeof value === 'string' ? stringText(value, unescaped) : bad()),
  ID: (value, unescaped) => {
    if (typeof value === 'string') return stringText(value, unescaped);
    return Number.isSafeInteger(value) ? `"${value}"` : bad();
  },
  Int: (value) => (typeof value === 'number' && (value | 0) === value ? `${value}` : bad()),
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? `${value}` : bad()),
  Boolean: (value) => (typeof value === 'boolean' ? `${value}` : bad()),
};

/** The text of a type's values, where it is as graphql-js serializes them. */
export function leafText(type: GraphQLLeafType): LeafText {
  if (isEnumType(type)) {
    const texts = new Map<unknown, string>();
    for (const { name, value } of type.getValues()) texts.set(value, JSON.stringify(name));
    return (value) => texts.get(value) ?? bad();
  }
  if (isSpecifiedScalarType(type)) return SCALARS[type.name] ?? bad;
  return (value, unescaped) => {
    const serialized = type.serialize(value);
    if (serialized === undefined || serialized === null) return bad();
    return jsonText(serialized, unescaped && serialized === value);
  };
}
