import type { GraphQLFormattedError } from 'graphql';
import { unknownOperation } from '../errors/operation-error.ts';
import type { Generation } from '../generation/generation.ts';
import type { Prepare } from '../operations/prepare.ts';
import type { PreparedOperation } from '../operations/prepared.ts';
import type { StreamRequest } from './stream-request.ts';
import type { Validated } from './validated-documents.ts';

export type PrepareStream = (
  generation: Generation,
  request: StreamRequest,
) => PreparedOperation | { readonly errors: readonly GraphQLFormattedError[] };

/** Makes an operation of what a stream is asked for, or says why it is none. */
export const streamPreparer =
  (
    validated: (generation: Generation, text: string) => Validated,
    prepare: Prepare,
  ): PrepareStream =>
  (generation, { text, operationName }) => {
    const found = validated(generation, text);
    if ('errors' in found) return found;
    const { hash, document } = found;
    const prepared = prepare(generation, { text, hash, document, operationName });
    return prepared ?? { errors: [unknownOperation(operationName).toJSON()] };
  };
