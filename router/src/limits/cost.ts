import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { argumentCosts } from './cost-arguments.ts';
import { type CostDirectiveNames, costReader, requiredSelections } from './cost-directives.ts';
import { type Size, sizeOf } from './cost-sizes.ts';
import { evaluate, product, sum, type Term, type Variables } from './cost-terms.ts';
import type { DemandControl, Estimate } from './estimate.ts';

/** What a mutation costs before any of its fields. */
const MUTATION_COST = 10;

/** The size that `@listSize` gives to some of the fields below its own. */
type Sizing = { readonly fields: readonly string[]; readonly size: Term } | null;

/**
 * Static costs after the cost directives of IBM's draft as Apollo Router publishes them ("Demand
 * Control"): objects, interfaces and unions cost 1 and leaves 0 unless `@cost` says otherwise; a
 * list costs that for each of its items, `listSize` of them unless `@listSize` says otherwise; what
 * `@requires` fetches besides is added. `schema` is the whole supergraph.
 * Throws GraphQLError for cost directives with arguments of a wrong type.
 */
export function demandControl(
  schema: GraphQLSchema,
  names: CostDirectiveNames,
  { listSize }: { readonly listSize: number },
): DemandControl {
  const reader = costReader(schema, names);
  const ofArgument = argumentCosts(reader);
  return {
    prepare: (document, operationName) => {
      const operation = getOperationAST(document, operationName);
      const fragments = new Map<string, FragmentDefinitionNode>();
      for (const each of document.definitions) {
        if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
      }
      return operation ? compile(operation, fragments) : estimate(0, []);
    },
  };

  function compile(
    operation: OperationDefinitionNode,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ): Estimate {
    const defaults = defaultsOf(operation);
    const sliced: { coordinate: string; size: Size }[] = [];
    const ofFragments = new Map<string, Term>();

    const ofSet = (set: SelectionSetNode, type: string, sizing: Sizing): Term =>
      sum(set.selections.map((selection) => ofSelection(selection, type, sizing)));

    function ofSelection(selection: SelectionNode, type: string, sizing: Sizing): Term {
      if (isLeftOut(selection)) return 0;
      if (selection.kind === Kind.FIELD) return ofField(selection, type, sizing);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return ofSet(selection.selectionSet, selection.typeCondition?.name.value ?? type, sizing);
      }
      return ofSpread(selection.name.value, sizing);
    }

    function ofSpread(name: string, sizing: Sizing): Term {
      const key = sizing === null ? name : null;
      const known = key === null ? undefined : ofFragments.get(key);
      const fragment = fragments.get(name);
      if (known !== undefined || fragment === undefined) return known ?? 0;
      if (key !== null) ofFragments.set(key, 0);
      const term = ofSet(fragment.selectionSet, fragment.typeCondition.name.value, sizing);
      if (key !== null) ofFragments.set(key, term);
      return term;
    }

    function ofField(node: FieldNode, parent: string, sizing: Sizing): Term {
      const field = fieldOf(schema, parent, node.name.value);
      if (field === undefined) return 0;
      const returned = getNamedType(field.type);
      const directive = reader.listSizeOf(field.astNode);
      const size = directive && sizeOf(directive, node, field, defaults, listSize);
      if (size) sliced.push({ coordinate: `${parent}.${field.name}`, size });
      const count = sizing?.fields.includes(field.name)
        ? sizing.size
        : (size?.expected ?? listSize);
      const below = directive && size && { fields: directive.sizedFields, size: size.expected };
      const weight =
        reader.weightOf(field.astNode, returned.astNode) ?? (isCompositeType(returned) ? 1 : 0);
      const item = node.selectionSet
        ? sum([weight, ofSet(node.selectionSet, returned.name, below)])
        : weight;
      const requires = requiredSelections(field.astNode);
      return sum([
        product(returnsList(field) ? count : 1, item),
        requires ? ofSet(requires, parent, null) : 0,
        ...(node.arguments ?? []).map(({ name, value }) => {
          const argument = field.args.find((each) => each.name === name.value);
          return argument ? ofArgument(value, argument) : 0;
        }),
      ]);
    }

    const root = schema.getRootType(operation.operation);
    const fields = root ? ofSet(operation.selectionSet, root.name, null) : 0;
    const base = operation.operation === 'mutation' ? MUTATION_COST : 0;
    return estimate(sum([base, fields]), sliced);
  }
}

function estimate(
  cost: Term,
  sliced: readonly { readonly coordinate: string; readonly size: Size }[],
): Estimate {
  const total = (variables: Variables) => Math.max(0, evaluate(cost, variables));
  const unsliced = (variables: Variables) =>
    sliced.find(({ size }) => !size.isSlicedOnce(variables))?.coordinate ?? null;
  return Object.assign(total, { unsliced });
}

const defaultsOf = (operation: OperationDefinitionNode): Variables =>
  Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );

function fieldOf(schema: GraphQLSchema, type: string, name: string) {
  const named = schema.getType(type);
  return isObjectType(named) || isInterfaceType(named) ? named.getFields()[name] : undefined;
}

const returnsList = ({ type }: GraphQLField<unknown, unknown>): boolean =>
  isListType(getNullableType(type));

/** Left out whatever the variables are, by `@skip(if: true)` or `@include(if: false)`. */
const isLeftOut = ({ directives = [] }: SelectionNode): boolean =>
  directives.some(({ name, arguments: given }) => {
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind !== Kind.BOOLEAN) return false;
    return name.value === (value.value ? 'skip' : 'include');
  });
