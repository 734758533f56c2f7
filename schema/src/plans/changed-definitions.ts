import type { DirectiveTargetElement, NamedType, Supergraph } from '@apollo/federation-internals';
import { isCompositeType, isUnionType } from '@apollo/federation-internals';

/** What says nothing to a planner. */
const WITHOUT_EFFECT = new Set(['deprecated', 'tag']);

type Element = DirectiveTargetElement<never>;

/**
 * The coordinates whose definition in the supergraph can matter to plans and costs, and is not the
 * same: a field's type, owners and costs; a type's keys, owners and members.
 */
export function changedDefinitions(before: Supergraph, after: Supergraph): ReadonlySet<string> {
  const changed = new Set<string>();
  const roots = new Set(before.schema.schemaDefinition.roots().map(({ type }) => type.name));
  for (const type of before.schema.types()) {
    if (!isCompositeType(type)) continue;
    const now = after.schema.type(type.name);
    if (now === undefined || !isCompositeType(now)) {
      changed.add(type.name);
      continue;
    }
    // Everybody can enter at a root: who has one changes nothing for the fields of others.
    if (!roots.has(type.name) && told(type) !== told(now)) changed.add(type.name);
    if (isUnionType(type)) continue;
    for (const field of type.fields()) {
      const later = isUnionType(now) ? undefined : now.field(field.name);
      if (later === undefined || ofField(field) !== ofField(later)) changed.add(field.coordinate);
    }
  }
  return changed;
}

const told = (type: NamedType): string =>
  `${type.kind} ${directives(type as unknown as Element)} ${isUnionType(type) ? type.types().map(({ name }) => name) : ''}`;

const ofField = (field: { type?: unknown }): string =>
  `${field.type} ${directives(field as unknown as Element)}`;

/** Sorted: in which order composition writes them does not matter. */
const directives = ({ appliedDirectives }: Element): string =>
  appliedDirectives
    .filter(({ name }) => !WITHOUT_EFFECT.has(name))
    .map(String)
    .sort()
    .join(' ');
