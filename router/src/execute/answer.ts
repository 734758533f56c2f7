import type { GraphQLError, GraphQLFormattedError } from 'graphql';

/** What becomes of an operation. */
export type Answer = {
  /** For clients: nothing internal is in them. */
  readonly errors: readonly (GraphQLError | GraphQLFormattedError)[];
  /** JSON text; undefined where nothing was executed: its variables or its viewer were refused. */
  readonly data: string | undefined;
  readonly extensions: Readonly<Record<string, unknown>> | null;
};

/** The response body, its keys in the order of Apollo Server. */
export function answerText({ errors, data, extensions }: Answer): string {
  if (errors.length === 0 && extensions === null && data !== undefined) return `{"data":${data}}`;
  const parts: string[] = [];
  if (errors.length > 0) parts.push(`"errors":${JSON.stringify(errors)}`);
  if (data !== undefined) parts.push(`"data":${data}`);
  if (extensions !== null) parts.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${parts.join()}}`;
}
