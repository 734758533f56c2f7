import {
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeDefinitionNode,
} from 'graphql';
import type { Tagged, TagsOf } from './tags.ts';

export type TagRules = { include: readonly string[]; exclude: readonly string[] };

/**
 * The coordinates that tags hide, and those that subgraphs hide themselves: a type of which these leave
 * nothing together is empty, too. What has an excluded tag goes. Where tags are included, fields and
 * unions that have none of them go; a type's tag counts as a tag of its fields. Arguments, inputs,
 * enums and scalars stay unless excluded. A type none of whose members is left goes, too.
 * Source: GraphOS documentation, "Contract Reference".
 */
export function hiddenByTags(
  types: readonly TypeDefinitionNode[],
  tagsOf: TagsOf,
  { include, exclude }: TagRules,
  isInaccessible: (node: Tagged) => boolean,
): Set<string> {
  const hidden = new Set<string>();
  const has = (tags: readonly string[], wanted: readonly string[]) =>
    tags.some((tag) => wanted.includes(tag));
  const isExcluded = (node: Tagged) => isInaccessible(node) || has(tagsOf(node), exclude);
  const isLeftOut = (tags: readonly string[]) => include.length > 0 && !has(tags, include);

  function hideMembers(
    type: string,
    members: readonly { name: { value: string } }[],
    isHidden: (member: never) => boolean,
  ): void {
    const gone = members.filter((member) => isHidden(member as never));
    for (const { name } of gone) hidden.add(`${type}.${name.value}`);
    if (members.length > 0 && gone.length === members.length) hidden.add(type);
  }

  for (const type of types) {
    const name = type.name.value;
    if (isExcluded(type)) {
      hidden.add(name);
      continue;
    }
    const own = tagsOf(type);
    switch (type.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        hideMembers(name, type.fields ?? [], (field: FieldDefinitionNode) => {
          for (const argument of field.arguments ?? []) {
            if (isExcluded(argument)) hidden.add(argumentOf(name, field, argument));
          }
          return isExcluded(field) || isLeftOut([...own, ...tagsOf(field)]);
        });
        break;
      case Kind.UNION_TYPE_DEFINITION:
        if (isLeftOut(own)) hidden.add(name);
        break;
      case Kind.ENUM_TYPE_DEFINITION:
        hideMembers(name, type.values ?? [], isExcluded);
        break;
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        hideMembers(name, type.fields ?? [], isExcluded);
        break;
    }
  }
  return hidden;
}

export const argumentOf = (
  type: string,
  field: FieldDefinitionNode,
  argument: InputValueDefinitionNode,
): string => `${type}.${field.name.value}(${argument.name.value}:)`;

/** Types that clients can see: neither the joins of the supergraph nor what links bring. */
export const clientTypes = (supergraph: DocumentNode): TypeDefinitionNode[] =>
  supergraph.definitions.filter(
    (each): each is TypeDefinitionNode =>
      each.kind.endsWith('TypeDefinition') &&
      'name' in each &&
      !/^\w+__/.test(each.name?.value ?? ''),
  );
