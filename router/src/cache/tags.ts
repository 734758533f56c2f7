/** Every entry that has anything of a type. */
export const typeTag = (type: string): string => type;

/** Every entry that has the entity, or may have it: `value` null stands for one that is not known. */
export const keyTag = (type: string, field: string, value: string | null): string =>
  value === null ? `${type}.${field}` : `${type}.${field}=${value}`;

/** What is no longer true. Without a key all entities of the type. */
export type Invalidation = {
  readonly type: string;
  readonly key?: Readonly<Record<string, string | number>> | undefined;
};

/**
 * The tags whose entries go. Entities are indexed by keys of one field: for others, all of the type
 * go, rather than too few.
 */
export function tagsOf({ type, key = {} }: Invalidation): readonly string[] {
  const fields = Object.entries(key);
  const [field] = fields;
  if (field === undefined || fields.length > 1) return [typeTag(type)];
  const [name, value] = field;
  return [keyTag(type, name, String(value)), keyTag(type, name, null)];
}
