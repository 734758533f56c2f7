import {
  type AbstractType,
  type CompositeType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  type ObjectType,
  type Schema,
  type Supergraph,
} from '@apollo/federation-internals';
import { type DocumentNode, Kind, parse, type SelectionSetNode } from 'graphql';

/** Whether a plan of a document could depend on one of some definitions. */
export type Touches = (document: DocumentNode) => boolean;

type See = (coordinate: string) => boolean;
type Meets = (type: CompositeType) => boolean;

/**
 * Finds operations that select, cross or need one of the coordinates of a supergraph: also what keys
 * and `@requires` read on their way.
 */
export function touching({ schema }: Supergraph, coordinates: ReadonlySet<string>): Touches {
  const known = new Map<string, boolean>();
  /** Whether the type, or what has to be read to find its entities and their fields, is one of them. */
  const hitsType = (type: CompositeType): boolean => {
    const before = known.get(type.name);
    if (before !== undefined) return before;
    const seen = new Set<string>();
    const meets = (each: CompositeType): boolean => {
      if (seen.has(each.name)) return false;
      seen.add(each.name);
      return (
        coordinates.has(each.name) ||
        (isAbstractType(each) && objectTypes(each).some(meets)) ||
        fieldSetsOf(each).some((set) => inSet(set, each, meets))
      );
    };
    const found = meets(type);
    known.set(type.name, found);
    return found;
  };
  const see: See = (coordinate) => coordinates.has(coordinate);

  function inSet(set: SelectionSetNode, type: CompositeType, meets: Meets): boolean {
    return set.selections.some((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = compositeType(schema, selection.typeCondition?.name.value) ?? type;
        return meets(on) || inSet(selection.selectionSet, on, meets);
      }
      const name = selection.name.value;
      if (selectsOf(type, name, see)) return true;
      const field = isUnionType(type) ? undefined : type.field(name);
      const below = field?.type === undefined ? null : compositeType(schema, baseName(field.type));
      if (below === null || selection.selectionSet === undefined) return false;
      return meets(below) || inSet(selection.selectionSet, below, meets);
    });
  }

  return (document) => {
    // Each fragment is looked at by itself: all of them belong to the operation.
    return document.definitions.some((definition) => {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        const type = compositeType(schema, definition.typeCondition.name.value);
        return type !== null && (hitsType(type) || inSet(definition.selectionSet, type, hitsType));
      }
      if (definition.kind !== Kind.OPERATION_DEFINITION) return false;
      const root = schema.schemaDefinition.root(definition.operation)?.type;
      return root !== undefined && inSet(definition.selectionSet, root, hitsType);
    });
  };
}

/** A field that is asked of an interface is asked of what implements it. */
function selectsOf(type: CompositeType, name: string, see: See): boolean {
  if (see(`${type.name}.${name}`)) return true;
  return isAbstractType(type) && objectTypes(type).some((each) => see(`${each.name}.${name}`));
}

/** What keys of a type, and `@requires` and `@provides` of its fields, read. */
function fieldSetsOf(type: CompositeType): SelectionSetNode[] {
  const elements = [type, ...(isUnionType(type) ? [] : type.fields())];
  const texts = elements.flatMap((element) =>
    element.appliedDirectives.flatMap((directive) => {
      const { key, requires, provides } = directive.arguments() as Record<string, unknown>;
      return [key, requires, provides].filter((each) => typeof each === 'string');
    }),
  );
  return [...new Set(texts)].flatMap((text) => {
    const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
    return definition?.kind === Kind.OPERATION_DEFINITION ? [definition.selectionSet] : [];
  });
}

const objectTypes = (type: AbstractType): readonly ObjectType[] =>
  isUnionType(type) ? type.types() : type.possibleRuntimeTypes();

function compositeType(schema: Schema, name: string | undefined): CompositeType | null {
  const type = name === undefined ? undefined : schema.type(name);
  return type !== undefined && isCompositeType(type) ? type : null;
}

const baseName = (type: { toString(): string }): string =>
  type.toString().replaceAll(/[[\]!]/g, '');
