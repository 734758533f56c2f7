import { z } from 'zod';
import { json } from '../config/json-text.ts';

const OfContract = z.strictObject({
  path: z
    .string()
    .regex(/^(\/[\w-]+)+$/, 'a path such as /partner/graphql')
    .refine((path) => !/^\/(graphql|rest|auth|health|metrics)(\/|$)/.test(path), 'taken')
    .optional(),
  file: z.string().min(1).optional(),
  trustedDocumentsFile: z.string().min(1).optional(),
});
const Contracts = z
  .record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name of small letters'), OfContract)
  .refine((contracts) => {
    const paths = Object.entries(contracts).map(([name, { path }]) => path ?? pathOf(name));
    return new Set(paths).size === paths.length;
  }, 'two contracts have the same path');

/** Where a contract is served that does not say. */
export const pathOf = (name: string): string => `/${name}/graphql`;

export type ContractsConfig = z.output<typeof Contracts>;

/** What contracts read from the environment. */
export const contractsEnv = {
  CONTRACTS: json('{}', Contracts).meta({
    path: 'contracts',
    description:
      'Parts of the graph that are served besides, by name: path (by default /NAME/graphql), file of the supergraph (by default the contract of that name in the registry) and trustedDocumentsFile; in the environment JSON.',
    json: Contracts,
    default: {},
  }),
} as const;
