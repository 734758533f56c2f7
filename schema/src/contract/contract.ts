import { errorCauses, Supergraph } from '@apollo/federation-internals';
import { type DocumentNode, type GraphQLSchema, parse, print } from 'graphql';
import type { SchemaConfig } from '../config/schema-config.ts';
import type { Finding } from '../report/finding.ts';
import { clientTypes, hiddenByTags } from './hidden-by-tags.ts';
import { hide } from './hide.ts';
import { linkedDirective } from './linked-directive.ts';
import { reachableTypes } from './reachable-types.ts';
import { type Tagged, tagsBy } from './tags.ts';

export type ContractRules = SchemaConfig['contracts'][string];

/** A supergraph of which clients see a part, or why that part is no schema. */
export type Contract = { supergraph: string; api: GraphQLSchema } | { findings: Finding[] };

/**
 * The part of a supergraph that a contract's tags leave. Routers plan with all of it: what is hidden
 * still serves as keys and for `@requires`.
 */
export function contractOf(name: string, supergraph: string, rules: ContractRules): Contract {
  const document = parse(supergraph, { noLocation: true });
  const text = `${print(hide(document, hiddenIn(document, rules)))}\n`;
  try {
    const options = { supportedFeatures: null, validateSupergraph: false };
    const api = Supergraph.build(text, options).apiSchema().toGraphQLJSSchema();
    return { supergraph: text, api };
  } catch (error) {
    const causes = errorCauses(error as Error);
    if (causes === undefined) throw error;
    return { findings: causes.map((cause) => findingOf(name, cause)) };
  }
}

function hiddenIn(document: DocumentNode, rules: ContractRules): Set<string> {
  const types = clientTypes(document);
  const inaccessible = linkedDirective(document, 'inaccessible');
  const isInaccessible = ({ directives = [] }: Tagged) =>
    directives.some(({ name }) => name.value === inaccessible);
  const tagsOf = tagsBy(linkedDirective(document, 'tag'));
  const hidden = hiddenByTags(types, tagsOf, rules, isInaccessible);
  if (!rules.hide_unreachable_types) return hidden;
  const reached = reachableTypes(document, types, hidden);
  for (const { name } of types) if (!reached.has(name.value)) hidden.add(name.value);
  return hidden;
}

type Cause = NonNullable<ReturnType<typeof errorCauses>>[number];

function findingOf(contract: string, { message, extensions }: Cause): Finding {
  const coordinate = /"([@\w]+(?:\.\w+(?:\(\w+:\))?)?)"/.exec(message)?.[1] ?? '';
  return {
    ...{ check: 'contract', level: 'error', severity: 'invalid', scope: contract, coordinate },
    rule: typeof extensions.code === 'string' ? extensions.code : 'CONTRACT_INVALID',
    message: `the contract "${contract}" is no schema: ${message}`,
  };
}
