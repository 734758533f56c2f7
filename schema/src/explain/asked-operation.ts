import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  validate,
} from 'graphql';
import { Misuse } from '../exit-codes.ts';
import type { Operation } from '../operations/operation.ts';

type Asked = { document: DocumentNode; name: string | undefined };

/**
 * The one operation of a text that is asked for; `source` is what messages call the text. Throws
 * Misuse for text that is no GraphQL or not valid, and where it has several and none is named.
 */
export function operationIn(
  text: string,
  { source, name, api }: { source: string; name: string | undefined; api: GraphQLSchema },
): Asked {
  const document = parsed(text, source);
  const names = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value] : [],
  );
  if (names.length === 0) throw new Misuse(`${source} holds no operation.`);
  if (name === undefined ? names.length > 1 : !names.includes(name)) {
    throw new Misuse(`--operation is one of those in ${source}: ${names.join(', ')}.`);
  }
  return valid({ document, name: name ?? names[0] }, { source, api });
}

/** An operation that a client is known to send, by its name. Throws Misuse where none has it. */
export function knownOperation(
  name: string,
  { operations, api }: { operations: readonly Operation[]; api: GraphQLSchema },
): Asked {
  const found = operations.find((operation) => operation.name === name);
  if (found === undefined) throw new Misuse(`No client is known to send "${name}".`);
  const own = found.document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const asked = { document: found.document, name: own?.name?.value };
  return valid(asked, { source: `${found.client}: ${name}`, api });
}

function parsed(text: string, source: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) throw new Misuse(at(source, error));
    throw error;
  }
}

function valid(asked: Asked, { source, api }: { source: string; api: GraphQLSchema }): Asked {
  const problems = validate(api, asked.document);
  if (problems.length === 0) return asked;
  throw new Misuse(problems.map((problem) => at(source, problem)).join('\n'));
}

const at = (source: string, { locations, message }: GraphQLError): string => {
  const [{ line, column } = { line: 1, column: 1 }] = locations ?? [];
  return `${source}:${line}:${column}: ${message}`;
};
