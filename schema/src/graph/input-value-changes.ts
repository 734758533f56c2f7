import {
  type GraphQLArgument,
  type GraphQLInputField,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  print,
} from 'graphql';
import { breakingIf, type Change } from './change.ts';
import { deprecationChanges } from './deprecation-changes.ts';
import { namedPairs } from './named-pairs.ts';
import { isTakenAsBefore } from './type-compatibility.ts';

export type InputValue = GraphQLArgument | GraphQLInputField;

/** Whose values they are: an argument of a field, a field of an input type, an argument of a directive. */
export type Owner = {
  rule: 'ARGUMENT' | 'INPUT_FIELD' | 'DIRECTIVE_ARGUMENT';
  /** What an operation uses that does not give the value. */
  coordinate: string;
  of: (name: string) => string;
};

/** What changes for those who give values, and for those who leave them out. */
export function inputValueChanges(
  owner: Owner,
  before: readonly InputValue[],
  after: readonly InputValue[],
): Change[] {
  const { added, removed, kept } = namedPairs(before, after);
  return [
    ...removed.map((value) => removedValue(owner, value)),
    ...added.map((value) => addedValue(owner, value)),
    ...kept.flatMap((pair) => keptValue(owner, pair.before, pair.after)),
  ];
}

const isRequired = (value: InputValue): boolean =>
  isRequiredArgument(value as GraphQLArgument) || isRequiredInputField(value as GraphQLInputField);

const defaultOf = ({ astNode, defaultValue }: InputValue): string | null => {
  if (astNode?.defaultValue !== undefined) return print(astNode.defaultValue);
  return defaultValue === undefined ? null : JSON.stringify(defaultValue);
};

function removedValue({ rule, of }: Owner, { name }: InputValue): Change {
  const coordinate = of(name);
  return {
    ...{ rule: `${rule}_REMOVED`, coordinate, severity: 'breaking', hits: [[coordinate]] },
    message: `${coordinate} was removed`,
  };
}

/** A new default decides what was left to the service until now, so it may change answers. */
function addedValue(owner: Owner, value: InputValue): Change {
  const coordinate = owner.of(value.name);
  const required = isRequired(value);
  const preset = defaultOf(value);
  const lesser = preset === null ? 'safe' : 'dangerous';
  const told = `${value.type}${preset === null ? '' : ` = ${preset}`}`;
  return {
    rule: `${required ? 'REQUIRED_' : ''}${owner.rule}_ADDED`,
    ...{ coordinate, severity: breakingIf(required, lesser), hits: [[owner.coordinate]] },
    message: `${coordinate}: ${told} was added${required ? ' and must be given' : ''}`,
  };
}

function keptValue(owner: Owner, before: InputValue, after: InputValue): Change[] {
  const coordinate = owner.of(before.name);
  const changes = deprecationChanges(coordinate, before, after);
  if (isRequired(after) && !isRequired(before)) return [...changes, required(owner, before, after)];
  if (before.type.toString() !== after.type.toString()) {
    changes.push({
      ...{ rule: `${owner.rule}_TYPE_CHANGED`, coordinate, hits: [[coordinate]] },
      severity: typeSeverity(before, after),
      message: `The type of ${coordinate} was ${before.type}, and is ${after.type}`,
      becomes: `${before.type} → ${after.type}`,
    });
  }
  const [old, preset] = [defaultOf(before), defaultOf(after)];
  if (old !== preset) {
    changes.push({
      ...{ rule: `${owner.rule}_DEFAULT_CHANGED`, coordinate },
      // Who had to give it does not come to know the default.
      severity: isRequired(before) ? 'safe' : 'dangerous',
      ...{ hits: [[owner.coordinate]], sparing: coordinate },
      message: `${coordinate} ${old === null ? 'had no default' : `was ${old} by default`}, and ${
        preset === null ? 'has none' : `is ${preset}`
      }`,
      becomes: `${old ?? 'none'} → ${preset ?? 'none'}`,
    });
  }
  return changes;
}

function required(owner: Owner, before: InputValue, after: InputValue): Change {
  const coordinate = owner.of(before.name);
  const only = before.type.toString() === after.type.toString();
  return {
    ...{ rule: `${owner.rule}_BECAME_REQUIRED`, coordinate, severity: 'breaking' },
    hits: [[owner.coordinate]],
    becomes: `${before.type} → ${after.type}`,
    message: only
      ? `${coordinate} must be given: it has no default any more`
      : `${coordinate} must be given: its type was ${before.type}, and is ${after.type}`,
  };
}

/** Where there is a default, only a null that is written down or sent is refused. */
function typeSeverity(before: InputValue, after: InputValue): Change['severity'] {
  if (isTakenAsBefore(before.type, after.type)) return 'safe';
  const isOnlyNull = isNonNullType(after.type) && isTakenAsBefore(before.type, after.type.ofType);
  return breakingIf(!isOnlyNull, 'dangerous');
}
