import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Generation } from '../generation/generation.ts';
import { type Limits, limitRule } from '../limits/limit-rule.ts';
import { stricterRules } from '../operations/stricter-rules.ts';

/** A document that may be executed, or why it may not. */
export type Validated =
  | { readonly hash: string; readonly document: DocumentNode }
  | { readonly errors: readonly GraphQLFormattedError[] };

export type ValidationLimits = Limits & {
  readonly maxTokens: number;
  readonly introspection: boolean;
  /** Of documents and of their errors, remembered per generation. */
  readonly maxTexts: number;
  /** UTF-16 code units of these texts together. */
  readonly maxLength: number;
};

/**
 * Parses and validates what is asked over a stream, by the same rules and limits as Apollo Server
 * does for what is asked over a single answer; each text once per generation.
 */
export function validatedDocuments(
  limits: ValidationLimits,
): (generation: Generation, text: string) => Validated {
  const byGeneration = new WeakMap<Generation, LRUCache<string, Validated>>();
  const rules = [
    ...specifiedRules,
    ...(limits.introspection ? [] : [NoSchemaIntrospectionCustomRule]),
    limitRule(limits),
    ...stricterRules,
  ];

  function validated({ api }: Generation, text: string): Validated {
    let document: DocumentNode;
    try {
      document = parse(text, { maxTokens: limits.maxTokens });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return { errors: [coded(error, 'GRAPHQL_PARSE_FAILED')] };
    }
    const errors = validate(api, document, rules);
    if (errors.length > 0) {
      return { errors: errors.map((error) => coded(told(error), 'GRAPHQL_VALIDATION_FAILED')) };
    }
    return { hash: createHash('sha256').update(text).digest('hex'), document };
  }

  /** Without introspection, a message does not tell names that were not asked for either. */
  const told = (error: GraphQLError): GraphQLError => {
    if (!limits.introspection) error.message = error.message.replace(/ ?Did you mean(.+?)\?$/, '');
    return error;
  };

  return (generation, text) => {
    let known = byGeneration.get(generation);
    if (known === undefined) {
      const { maxTexts: max, maxLength: maxSize } = limits;
      known = new LRUCache({ max, maxSize, sizeCalculation: (_, key) => key.length + 1 });
      byGeneration.set(generation, known);
    }
    let found = known.get(text);
    if (found === undefined) {
      found = validated(generation, text);
      known.set(text, found);
    }
    return found;
  };
}

function coded(error: GraphQLError, code: string): GraphQLFormattedError {
  const { message, locations } = error.toJSON();
  return { message, ...(locations && { locations }), extensions: { code } };
}
