import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { AppError } from './errors.ts';
import { causeOf } from './graphql-errors.ts';

type Formatted = Omit<ExecutionResult, 'errors'> & {
  readonly errors?: readonly GraphQLFormattedError[];
};

/**
 * Subscribes, and executes the selection for each event (GraphQL specification, 6.2.3), with a
 * context of its own: what loaders know from the event before may have changed. `endsAt`: when the
 * viewer's token has expired, milliseconds since 1970, after which nothing more is told.
 */
export async function subscriptionEvents(options: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName: string | undefined;
  variableValues: Record<string, unknown> | undefined;
  context: () => object;
  endsAt: number | undefined;
  format: (error: GraphQLError) => GraphQLFormattedError;
}): Promise<AsyncIterableIterator<Formatted> | Formatted> {
  const { context, endsAt = Number.POSITIVE_INFINITY, format, ...operation } = options;
  const args = { ...operation, operationName: operation.operationName ?? null };
  const source = await createSourceEventStream({ ...args, contextValue: context() } as never);
  if (!(Symbol.asyncIterator in source)) return formatted(source);
  const events = source[Symbol.asyncIterator]();
  let isOver = false;

  function formatted({ errors, ...result }: ExecutionResult): Formatted {
    return errors === undefined ? result : { errors: errors.map(format), ...result };
  }

  async function next(): Promise<IteratorResult<Formatted>> {
    if (isOver) return { done: true, value: undefined };
    let event: IteratorResult<unknown>;
    try {
      event = await events.next();
    } catch (error) {
      // What is not for the viewer breaks the stream off, and may be better elsewhere.
      if (!(causeOf(error) instanceof AppError)) throw error;
      isOver = true;
      return { done: false, value: { errors: [format(error as GraphQLError)] } };
    }
    if (event.done) return { done: true, value: undefined };
    if (Date.now() >= endsAt) {
      await stop();
      return { done: false, value: { errors: [format(expired as never)] } };
    }
    const result = await execute({
      ...args,
      rootValue: event.value,
      contextValue: context(),
    } as never);
    return { done: false, value: formatted(result) };
  }

  async function stop(): Promise<IteratorResult<Formatted>> {
    isOver = true;
    await events.return?.();
    return { done: true, value: undefined };
  }

  const results: AsyncIterableIterator<Formatted> = {
    next,
    return: stop,
    throw: stop,
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}

const expired = new AppError('UNAUTHENTICATED', 'The access token has expired.', {
  reason: 'EXPIRED',
});
