import {
  type GraphQLArgument,
  type GraphQLInputField,
  getNamedType,
  isInputObjectType,
  Kind,
  type ValueNode,
} from 'graphql';
import type { costReader } from './cost-directives.ts';
import { sum, type Term } from './cost-terms.ts';

type Reader = ReturnType<typeof costReader>;
type Input = GraphQLArgument | GraphQLInputField;

/**
 * What given arguments cost: their `@cost` or their type's; an input object costs 1 by default and
 * what its fields cost; lists cost what their items do.
 */
export function argumentCosts({ weightOf }: Reader) {
  const weight = (input: Input) => weightOf(input.astNode, getNamedType(input.type).astNode);
  const fieldsOf = (input: Input) => {
    const type = getNamedType(input.type);
    return isInputObjectType(type) ? type.getFields() : null;
  };
  const known = new Map<Input, boolean>();

  /** Whether any value of an input can cost something. */
  function canCost(input: Input): boolean {
    const answer = known.get(input);
    if (answer !== undefined) return answer;
    known.set(input, false);
    const costs = fieldsOf(input) !== null || weight(input) !== null;
    known.set(input, costs);
    return costs;
  }

  function ofNode(node: ValueNode, input: Input): Term {
    if (!canCost(input) || node.kind === Kind.NULL) return 0;
    if (node.kind === Kind.VARIABLE) {
      const name = node.name.value;
      return (variables) => ofValue(variables[name], input);
    }
    if (node.kind === Kind.LIST) {
      return sum([weight(input) ?? 0, ...node.values.map((item) => ofNode(item, input))]);
    }
    const fields = fieldsOf(input);
    if (node.kind !== Kind.OBJECT || fields === null) return weight(input) ?? 0;
    const given = node.fields.map(({ name, value }) => {
      const field = fields[name.value];
      return field ? ofNode(value, field) : 0;
    });
    return sum([weight(input) ?? 1, ...given]);
  }

  function ofValue(value: unknown, input: Input): number {
    if (value === null || value === undefined) return 0;
    if (Array.isArray(value)) {
      return value.reduce((total, item) => total + ofValue(item, input), weight(input) ?? 0);
    }
    const fields = fieldsOf(input);
    if (fields === null || typeof value !== 'object') return weight(input) ?? 0;
    let total = weight(input) ?? 1;
    for (const [name, inner] of Object.entries(value)) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (field && canCost(field)) total += ofValue(inner, field);
    }
    return total;
  }
  return ofNode;
}
