import {
  type DocumentNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  visit,
} from 'graphql';
import type { RequiredNames } from './required-names.ts';

/** Decides whether a label of a progressive `@override` is on, for one request. */
export type ChooseOverride = (label: string) => boolean;

/** The labels that can change an operation's plan. */
export type OverrideLabels = (document: DocumentNode) => readonly string[];

const PERCENT = /^percent\((\d+(?:\.\d+)?)\)$/;
const NONE: readonly string[] = [];

/** `percent(N)` is drawn for every request; other labels are on where they are named. */
export const overrideChooser =
  (options: { readonly on: ReadonlySet<string>; readonly random: () => number }): ChooseOverride =>
  (label) => {
    const percent = PERCENT.exec(label)?.[1];
    return percent === undefined ? options.on.has(label) : options.random() * 100 < Number(percent);
  };

/** Finds the labels of a supergraph, each with the fields that it moves. */
export function overrideLabels(supergraph: GraphQLSchema, required: RequiredNames): OverrideLabels {
  const fieldsOf = new Map<string, Set<string>>();
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      for (const { name, arguments: given } of field.astNode?.directives ?? []) {
        if (name.value !== 'join__field') continue;
        const label = given?.find((argument) => argument.name.value === 'overrideLabel')?.value;
        if (label?.kind !== Kind.STRING) continue;
        const fields = fieldsOf.get(label.value) ?? new Set();
        fieldsOf.set(label.value, fields.add(field.name));
      }
    }
  }
  if (fieldsOf.size === 0) return () => NONE;
  const known = new WeakMap<DocumentNode, readonly string[]>();
  return (document) => {
    const found = known.get(document);
    if (found !== undefined) return found;
    const used = new Set<string>(required.names);
    visit(document, { Field: ({ name }) => void used.add(name.value) });
    const labels = [...fieldsOf].flatMap(([label, fields]) =>
      [...fields].some((field) => used.has(field)) ? [label] : [],
    );
    known.set(document, labels);
    return labels;
  };
}
