/** How what is written does not fit what is read. */
export type MismatchKind =
  /** The reader needs what is never written. */
  | 'missing'
  /** The reader needs what is not always written. */
  | 'optional'
  | 'nullable'
  | 'type'
  /** Values beside those that the reader lists. */
  | 'values'
  /** Lengths, sizes or forms beyond those that the reader takes. */
  | 'limits'
  /** A member of a union that the reader does not know. */
  | 'member'
  /** A property that a closed reader refuses. */
  | 'unexpected';

/** `path` is of the form `lines[].sku`, empty for the whole; `detail` is a clause in words. */
export type Mismatch = { path: string; kind: MismatchKind; detail: string };

/** A path below a property or, for `[]`, below the items of an array. */
export const below = (segment: string, path: string): string =>
  path === '' || path.startsWith('[]') ? `${segment}${path}` : `${segment}.${path}`;
