import { createHash } from 'node:crypto';
import {
  type GraphQLFormattedError,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Generation } from '../generation/generation.ts';
import { type Limits, limitRule } from '../limits/limit-rule.ts';
import type { Prepare } from '../operations/prepare.ts';
import type { PreparedOperation } from '../operations/prepared.ts';
import type { RestManifest } from './manifest.ts';
import { type Parameter, placeParameters } from './parameters.ts';
import {
  asksTypeName,
  type Fragments,
  fragmentsOf,
  type SelectedField,
  selectedAt,
} from './selected-type.ts';

/** A declared route on a generation whose schema it fits. */
export type BoundRoute = {
  readonly declared: RestManifest['routes'][number];
  readonly operation: PreparedOperation;
  readonly definition: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly parameters: readonly Parameter[];
  /** Response names from `data` to the body. */
  readonly path: readonly string[];
  readonly selected: SelectedField;
  /** Whether the result is a connection, whose pages have links. */
  readonly isPaged: boolean;
  /** Statuses by type name and by error code. */
  readonly statuses: Readonly<Record<string, number>>;
};

export type BindRoute = (
  generation: Generation,
  declared: RestManifest['routes'][number],
) => BoundRoute;

/** Binds routes to a generation. Throws an Error that says why one does not fit its schema. */
export const routeBinder =
  (options: {
    prepare: Prepare;
    limits: Limits & { readonly maxTokens: number };
    statuses: Readonly<Record<string, number>>;
  }): BindRoute =>
  (generation, declared) => {
    const { api } = generation;
    const { text, method } = declared;
    const document = parse(text, { maxTokens: options.limits.maxTokens });
    const rules = [...specifiedRules, limitRule(options.limits)];
    const [problem] = validate(api, document, rules) as readonly GraphQLFormattedError[];
    if (problem !== undefined) throw new Error(problem.message);
    const operations = document.definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
    const [definition] = operations;
    if (definition === undefined || operations.length > 1) {
      throw new Error('the document must have one operation');
    }
    const kind = method === 'GET' ? OperationTypeNode.QUERY : OperationTypeNode.MUTATION;
    if (definition.operation !== kind) throw new Error(`${method} needs a ${kind}`);
    const fragments = fragmentsOf(document);
    const path = declared.result?.split('.') ?? [onlyRoot(definition)];
    const selected = selectedAt(api, definition, fragments, path);
    if (isAbstractType(getNamedType(selected.type)) && !asksTypeName(api, selected, fragments)) {
      throw new Error(`${path.join('.')} must select __typename, by which its status is chosen`);
    }
    const operationName = definition.name?.value;
    const hash = createHash('sha256').update(text).digest('hex');
    const operation = options.prepare(generation, { text, hash, document, operationName });
    if (operation === null) throw new Error('the document must have one operation');
    return {
      declared,
      operation,
      definition,
      fragments,
      parameters: placeParameters(api, declared, definition),
      path,
      selected,
      isPaged: method === 'GET' && isConnection(api, selected),
      statuses: { ...options.statuses, ...declared.statuses },
    };
  };

function onlyRoot({ selectionSet }: OperationDefinitionNode): string {
  const [first] = selectionSet.selections;
  if (selectionSet.selections.length > 1 || first?.kind !== Kind.FIELD) {
    throw new Error('`result` must say which of the root fields is the body');
  }
  return (first.alias ?? first.name).value;
}

/** By the Relay specification for connections: pageInfo, of type PageInfo. */
function isConnection(schema: GraphQLSchema, { type }: SelectedField): boolean {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare) || !isObjectType(bare)) return false;
  const pageInfo = bare.getFields().pageInfo;
  return pageInfo !== undefined && getNamedType(pageInfo.type) === schema.getType('PageInfo');
}
