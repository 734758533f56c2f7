import type { Viewer } from '@souk/platform/identity';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { type Atom, type DirectiveNames, holds, type Policies } from './atoms.ts';
import { operationOf } from './operation.ts';
import type { AuthorizationOptions } from './options.ts';
import { readRules } from './rules.ts';
import { touchedAtoms } from './touched.ts';
import { unfiltered, type Variant } from './variant.ts';
import { variantWithout } from './variant-without.ts';

/**
 * Decides what a viewer may have of one operation. Synchronous, cheap, called for every request;
 * throws only what `policies` throws. Where `touchesRules` is false it always gives one variant.
 */
export type Authorize = ((viewer: Viewer | null) => Variant) & { readonly touchesRules: boolean };

/** The authorization rules of one generation. */
export type Authorization = {
  /** Analyses a valid operation, once: keep the result with the prepared operation. */
  readonly prepare: (document: DocumentNode, operationName: string | undefined) => Authorize;
};

/** Variants that one operation keeps; which are needed depends on who asks, not on how often. */
const MAX_VARIANTS = 64;

/**
 * The authorization of a supergraph. `schema` is the whole supergraph with its directives.
 * Throws GraphQLError for directives with arguments that are not of their type.
 */
export function authorization(
  schema: GraphQLSchema,
  names: DirectiveNames,
  options: AuthorizationOptions = {},
): Authorization {
  const rules = readRules(schema, names);
  const policies = options.policies ?? claimedPolicies;
  return {
    prepare: (document, operationName) => {
      const whole = unfiltered(document);
      const operation = operationOf(document, operationName);
      const atoms = operation === null ? [] : touchedAtoms(schema, rules, operation);
      if (operation === null || atoms.length === 0) {
        return Object.assign(() => whole, { touchesRules: false });
      }
      const variants = new Map<string, Variant>();
      const authorize = (viewer: Viewer | null): Variant => {
        const key = outcome(atoms, viewer, policies);
        if (!key.includes('0')) return whole;
        const variant = variants.get(key) ?? build(key);
        if (options.onRefused && variant.paths.length > 0) options.onRefused(variant.paths);
        return variant;
      };
      const build = (key: string): Variant => {
        const denied = new Set(atoms.filter((_, i) => key[i] === '0'));
        const variant = variantWithout(denied, { schema, rules, operation, whole, key, options });
        if (variants.size >= MAX_VARIANTS) variants.clear();
        variants.set(key, variant);
        return variant;
      };
      return Object.assign(authorize, { touchesRules: true });
    },
  };
}

/** One digit for each atom: 1 where it holds. */
function outcome(atoms: readonly Atom[], viewer: Viewer | null, policies: Policies): string {
  let key = '';
  for (const atom of atoms) key += holds(atom, viewer, policies) ? '1' : '0';
  return key;
}

const claimedPolicies: Policies = (viewer) => {
  const claim = viewer?.claims?.policies;
  if (typeof claim === 'string') return new Set(claim.split(' '));
  return new Set(Array.isArray(claim) ? claim.filter((each) => typeof each === 'string') : []);
};
