import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  Source,
} from 'graphql';
import type { Finding, Place } from '../report/finding.ts';
import type { Operation } from './operation.ts';

/** A text with operations and fragments; `file` is where it stands. */
export type DocumentText = { file: string; text: string };

export type Read = { operations: Operation[]; findings: Finding[] };

/** The operations of one client; a fragment may stand in another of its files. */
export function operationsIn(client: string, texts: readonly DocumentText[]): Read {
  const findings: Finding[] = [];
  const documents = texts.flatMap(({ file, text }) => {
    try {
      return [parse(new Source(text, file))];
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      findings.push(unreadable(client, file, error));
      return [];
    }
  });
  const definitions = documents.flatMap((document) => document.definitions);
  const fragments = new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const operations = definitions
    .filter((each) => each.kind === Kind.OPERATION_DEFINITION)
    .map((definition) => operationOf(client, definition, fragments));
  return { operations, findings };
}

/** The name that an operation without one goes by. */
export const anonymous = (text: string): string =>
  `anonymous-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;

function operationOf(
  client: string,
  definition: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Operation {
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [definition, ...usedBy(definition, fragments)],
  };
  const place = placeOf(definition);
  return {
    ...{ client, document, name: definition.name?.value ?? anonymous(print(document)) },
    ...(place !== null && { place }),
  };
}

function usedBy(
  definition: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const used = new Set<FragmentDefinitionNode>();
  const follow = ({ selections }: SelectionSetNode) => {
    for (const selection of selections) {
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        if (selection.selectionSet) follow(selection.selectionSet);
        continue;
      }
      const fragment = fragments.get(selection.name.value);
      if (fragment === undefined || used.has(fragment)) continue;
      used.add(fragment);
      follow(fragment.selectionSet);
    }
  };
  follow(definition.selectionSet);
  return [...used];
}

function placeOf({ loc }: OperationDefinitionNode): Place | null {
  if (loc === undefined) return null;
  const { line, column } = loc.startToken;
  return { file: loc.source.name, line, column };
}

function unreadable(client: string, file: string, error: GraphQLError): Finding {
  const [at] = error.locations ?? [];
  return {
    ...{ check: 'operations', rule: 'DOCUMENT_UNREADABLE', level: 'error', severity: 'invalid' },
    coordinate: file,
    scope: client,
    message: error.message,
    ...(at !== undefined && { place: { file, ...at } }),
  };
}
