import { type ConstDirectiveNode, Kind } from 'graphql';

export type Tagged = { readonly directives?: readonly ConstDirectiveNode[] | undefined };
export type TagsOf = (node: Tagged) => readonly string[];

const NONE: readonly string[] = [];

/** Reads the tags of a definition; `directive` is what the supergraph calls @tag. */
export const tagsBy =
  (directive: string | null): TagsOf =>
  ({ directives }) => {
    if (directive === null || directives === undefined) return NONE;
    return directives
      .filter(({ name }) => name.value === directive)
      .flatMap(({ arguments: given }) => {
        const value = given?.find(({ name }) => name.value === 'name')?.value;
        return value?.kind === Kind.STRING ? [value.value] : [];
      });
  };
