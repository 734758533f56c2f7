import { createHash } from 'node:crypto';
import {
  type DocumentNode,
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
import { stricterRules } from '../operations/stricter-rules.ts';
import type { RestManifest } from './manifest.ts';
import { type Parameter, placeParameters } from './parameters.ts';
import {
  asksTypeName,
  type Fragments,
  fragmentsOf,
  type SelectedField,
  selectedAt,
} from './selected-type.ts';

/** A declared route on a schema that it fits. */
export type FittedRoute = {
  readonly declared: RestManifest['routes'][number];
  readonly document: DocumentNode;
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

/** A route on a generation, ready to be run. */
export type BoundRoute = FittedRoute & { readonly operation: PreparedOperation };

export type BindRoute = (
  generation: Generation,
  declared: RestManifest['routes'][number],
) => BoundRoute;

export type FitOptions = {
  limits: Limits & { readonly maxTokens: number };
  statuses: Readonly<Record<string, number>>;
};

/** Binds routes to a generation. Throws an Error that says why one does not fit its schema. */
export const routeBinder =
  (options: FitOptions & { prepare: Prepare }): BindRoute =>
  (generation, declared) => {
    const route = fitRoute(generation.api, declared, options);
    const { document, definition } = route;
    const { text } = declared;
    const operationName = definition.name?.value;
    const hash = createHash('sha256').update(text).digest('hex');
    const operation = options.prepare(generation, { text, hash, document, operationName });
    if (operation === null) throw new Error('the document must have one operation');
    return { ...route, operation };
  };

/** What a route is on a schema. Throws an Error that says why it does not fit. */
export function fitRoute(
  api: GraphQLSchema,
  declared: RestManifest['routes'][number],
  { limits, statuses }: FitOptions,
): FittedRoute {
  const { text, method } = declared;
  const document = parse(text, { maxTokens: limits.maxTokens });
  const rules = [...specifiedRules, ...stricterRules, limitRule(limits)];
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
  return {
    ...{ declared, document, definition, fragments, path, selected },
    parameters: placeParameters(api, declared, definition),
    isPaged: method === 'GET' && isConnection(api, selected),
    statuses: { ...statuses, ...declared.statuses },
  };
}

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
