import type { OperationTypeNode } from 'graphql';
import type { Authorize } from '../authorization/authorization.ts';
import type { Generation, OperationSource } from '../generation/generation.ts';
import type { Estimate } from '../limits/estimate.ts';

/** An operation found valid on a generation, with all that can be known before a request. */
export type PreparedOperation = {
  readonly generation: Generation;
  readonly source: OperationSource;
  /** The exact text of the document, which clients send again. */
  readonly text: string;
  readonly kind: OperationTypeNode;
  /** Root fields with every alias counted: what a rate limit charges. At least 1. */
  readonly rootFields: number;
  /** What a viewer may have of it. */
  readonly authorize: Authorize;
  /** Its cost with given variables; null where no demand control is configured. */
  readonly estimate: Estimate | null;
};
