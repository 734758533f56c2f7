import path from 'node:path';
import type { InstancePlan, Plan } from './plan.ts';
import { pspClientEnvironment } from './psp.ts';

export type Surroundings = {
  plan: Plan;
  dataDirectory: string;
  discoveryFile: string;
  /** Holds one folder of compiled code for each process. */
  compileCache: string;
  /** Where routers write what clients sent. */
  usageDirectory: string;
  databaseUrl: (service: string) => string;
  busUrl: string;
  secretOf: (service: string, variable: string) => string;
  /** NDJSON files by service; none for a stack without demo data. */
  seedFiles: Readonly<Record<string, string>>;
};

/** Where the key set is that verifies access tokens: at the first instance of accounts. */
export function jwksUrl(plan: Plan): string {
  const accounts = plan.instances.find(({ service }) => service === 'accounts');
  const port = accounts?.port ?? plan.routerPort + 101;
  return `http://127.0.0.1:${port}/.well-known/jwks.json`;
}

/** What one instance is told by its environment. */
export function serviceEnvironment(
  instance: InstancePlan,
  around: Surroundings,
): Record<string, string> {
  const secrets = around.plan.services.find(({ name }) => name === instance.service)?.secrets ?? [];
  const seedFile = around.seedFiles[instance.service];
  return {
    ...commonEnvironment(around, instance.id),
    HOST: '127.0.0.1',
    PORT: String(instance.port),
    RPC_PORT: String(instance.rpcPort),
    DATABASE_URL: around.databaseUrl(instance.service),
    BUS_URL: around.busUrl,
    DISCOVERY_FILE: around.discoveryFile,
    JWKS_URL: jwksUrl(around.plan),
    INSTANCE_ID: instance.id,
    PUBLIC_URL: `http://localhost:${instance.port}`,
    ...Object.fromEntries(
      secrets.map((variable) => [variable, around.secretOf(instance.service, variable)]),
    ),
    ...pspClientEnvironment(instance, around),
    ...(seedFile === undefined ? {} : { SEED_FILE: seedFile }),
  };
}

/** The router is configured by its flags; the rest is what every process of the stack is told. */
export function routerArguments(around: Surroundings): string[] {
  return [
    '--supergraph=router/supergraph.graphql',
    `--port=${around.plan.routerPort}`,
    `--discovery=${around.discoveryFile}`,
    `--jwks-url=${jwksUrl(around.plan)}`,
    '--rest=router/rest',
    '--auth-subgraph=accounts',
  ];
}

/** What the router is told about our own schema. */
export const routerEnvironment = (
  around: Pick<Surroundings, 'compileCache' | 'busUrl' | 'usageDirectory'>,
  id: string,
) => ({
  ...commonEnvironment(around, id),
  INSTANCE_ID: id,
  USAGE_DIR: around.usageDirectory,
  CONTRACTS: JSON.stringify({
    storefront: { file: 'router/contracts/storefront.graphql' },
    partner: { file: 'router/contracts/partner.graphql' },
  }),
  ...cacheEnvironment(around),
  SUBSCRIPTION_REPLAY_LAST: 'orderUpdated,stockChanged',
});

/**
 * The router keeps what products calls public, and drops it when products says that it has changed.
 * A product's prices are those of its variants, which the event does not name: all of them go.
 */
const cacheEnvironment = ({ busUrl }: Pick<Surroundings, 'busUrl'>): Record<string, string> => {
  const product = { type: 'Product', key: { id: 'productId' } };
  const topic = 'products';
  const rules = [
    {
      topic,
      type: 'souk.products.product-changed.v1',
      drops: [product, { type: 'ProductVariant' }],
    },
    {
      topic,
      type: 'souk.products.stock-level-changed.v1',
      drops: [product, { type: 'ProductVariant', key: { id: 'variantId' } }],
    },
  ];
  return { CACHE: 'true', CACHE_BUS_URL: busUrl, CACHE_EVENTS: JSON.stringify(rules) };
};

/**
 * What every process is told. Node writes its compiled code when it ends: processes that shared one
 * folder would replace each other's files, for seconds, while somebody waits for the end.
 */
export const commonEnvironment = (around: Pick<Surroundings, 'compileCache'>, id: string) => ({
  TOKEN_ISSUER: 'souk',
  TOKEN_AUDIENCE: 'souk',
  STOP_ON_STDIN_CLOSE: '1',
  NODE_COMPILE_CACHE: path.join(around.compileCache, id),
  APOLLO_TELEMETRY_DISABLED: '1',
});
