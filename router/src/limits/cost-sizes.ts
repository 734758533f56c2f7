import {
  type FieldNode,
  type GraphQLField,
  Kind,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import type { ListSize } from './cost-directives.ts';
import { evaluate, type Term, type Variables } from './cost-terms.ts';

/** How many items a field with `@listSize` returns. */
export type Size = {
  readonly expected: Term;
  /** Whether exactly one slicing argument is given, where that is asked for. */
  readonly isSlicedOnce: (variables: Variables) => boolean;
};

/** `defaults` are the default values that the operation declares for its variables. */
export function sizeOf(
  listSize: ListSize,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  defaults: Variables,
  fallback: number,
): Size {
  const slices = listSize.slicingArguments.flatMap((name): Term[] => {
    const argument = field.args.find((each) => each.name === name);
    if (argument === undefined) return [];
    const given = node.arguments?.find((each) => each.name.value === name)?.value;
    return [slice(given, argument.defaultValue, defaults)];
  });
  const withoutSlices = listSize.assumedSize ?? fallback;
  const largest = (variables: Variables) => {
    let expected = Number.NaN;
    for (const each of slices) {
      const size = evaluate(each, variables);
      if (!Number.isNaN(size) && !(expected > size)) expected = size;
    }
    return orElse(expected, withoutSlices);
  };
  const isConstant = slices.every((each) => typeof each === 'number');
  const asked = listSize.requireOneSlicingArgument && listSize.slicingArguments.length > 0;
  return {
    expected: isConstant ? largest({}) : largest,
    isSlicedOnce: (variables) =>
      !asked || slices.filter((each) => !Number.isNaN(evaluate(each, variables))).length === 1,
  };
}

/** The size that an argument asks for; NaN where it asks for none. */
function slice(given: ValueNode | undefined, byDefault: unknown, defaults: Variables): Term {
  const fallback = sizeIn(byDefault);
  if (given?.kind === Kind.VARIABLE) {
    const name = given.name.value;
    const declared = orElse(sizeIn(defaults[name]), fallback);
    return (variables) => orElse(sizeIn(variables[name]), declared);
  }
  return given === undefined ? fallback : orElse(sizeIn(valueFromASTUntyped(given)), fallback);
}

/** Never negative: nobody pays for one field with another. */
const sizeIn = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : Number.NaN;

const orElse = (size: number, fallback: number): number => (Number.isNaN(size) ? fallback : size);
