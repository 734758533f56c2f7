import type { __Singular__ } from '../domain/__singular__.ts';

/** What a resolver's parent really is, by GraphQL type: `<Type>Mapper`. */
export type __Singular__Mapper = __Singular__;

/** Owned elsewhere: only the key is known here. */
export type ProductMapper = { id: string };
export type UserMapper = { id: string };
