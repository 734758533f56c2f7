import type { DocumentNode } from 'graphql';

/** What all kept texts of operations may have together, in UTF-16 code units, in each cache. */
export const KEPT_LENGTH = 4 * 1_048_576;

/** The length of the text that a document was parsed from, in UTF-16 code units; 1 at least. */
export const lengthOf = ({ loc }: DocumentNode): number => Math.max(1, loc?.end ?? 1);
