import { type DocumentNode, getOperationAST } from 'graphql';
import type { Authorize } from '../authorization/authorization.ts';
import type { Generation } from '../generation/generation.ts';
import type { Estimate } from '../limits/estimate.ts';
import { rootFieldsOf } from '../limits/root-fields.ts';
import type { PreparedOperation } from './prepared.ts';

/** What the features of a generation know of an operation before any request. */
export type Analyses = {
  readonly authorize: (
    generation: Generation,
    document: DocumentNode,
    operationName: string | undefined,
  ) => Authorize;
  /** Null: there is no demand control. */
  readonly estimate: (
    generation: Generation,
    document: DocumentNode,
    operationName: string | undefined,
  ) => Estimate | null;
};

export type Prepare = (
  generation: Generation,
  valid: {
    readonly text: string;
    readonly hash: string;
    readonly document: DocumentNode;
    readonly operationName: string | undefined;
  },
) => PreparedOperation | null;

/** Prepares a valid operation. Null where the document has none of that name. */
export const preparer =
  ({ authorize, estimate }: Analyses): Prepare =>
  (generation, { text, hash, document, operationName }) => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return null;
    return {
      generation,
      source: { hash, document, operationName },
      text,
      kind: operation.operation,
      rootFields: Math.max(1, rootFieldsOf(document, operation)),
      authorize: authorize(generation, document, operationName),
      estimate: estimate(generation, document, operationName),
    };
  };
