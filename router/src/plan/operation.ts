import type { QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Variant } from '../authorization/variant.ts';
import { variableCoercer } from '../execute/coerce.ts';
import { textShaper } from '../shape/text-shaper.ts';
import type { IsolatedDocument } from './client-aliases.ts';
import { compilePlan } from './compile.ts';
import type { CompiledOperation, Schemas } from './compiled.ts';
import { selectionTree } from './selection-tree.ts';

/** Compiles what a request needs of a planned operation. `plan`: null where nothing is left of it. */
export function compileOperation(
  schemas: Schemas,
  source: { readonly document: DocumentNode; readonly operationName: string | undefined },
  variant: Variant,
  { fetchedAs, clientName }: IsolatedDocument,
  plan: QueryPlan | null,
): CompiledOperation {
  const { document, operationName } = source;
  const operation = getOperationAST(document, operationName) as OperationDefinitionNode;
  const fragments = fragmentsOf(document);
  const { withheld, errors, authorizationErrors, rejected } = variant;
  const shaped = { api: schemas.api, operation, fragments, fetchedAs, withheld };
  const nothing = { plan: null, subscription: null };
  return {
    schemas,
    operation,
    fragments,
    selects: selectionTree(document, operation),
    ...(plan?.node ? compilePlan(plan.node, schemas.supergraph) : nothing),
    fetchedAs,
    clientName,
    withheld,
    errors,
    extensions: authorizationErrors.length > 0 ? { authorizationErrors } : null,
    rejected,
    coerce: variableCoercer(schemas.api, operation.variableDefinitions ?? []),
    shapeText: textShaper(shaped),
  };
}

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
