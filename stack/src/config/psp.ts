import type { InstancePlan, Plan } from './plan.ts';

type Around = { plan: Plan; secretOf: (service: string, variable: string) => string };

const CLIENT = 'payments';
const WEBHOOK_PATH = '/webhooks/stripe';

const apiKey = ({ secretOf }: Around) => `sk_test_${secretOf('psp', 'API_KEY')}`;
const webhookSecret = ({ secretOf }: Around) => `whsec_${secretOf('psp', 'WEBHOOK_SECRET')}`;

/** What the sandbox PSP is told; webhooks go to the first instance of payments. */
export function pspEnvironment(
  around: Around & { seedFiles: Readonly<Record<string, string>> },
  dataDirectory: string,
): Record<string, string> {
  const { plan } = around;
  const seedFile = around.seedFiles[CLIENT];
  const client = plan.instances.find(({ service }) => service === CLIENT);
  return {
    HOST: '127.0.0.1',
    PORT: String(plan.pspPort),
    PUBLIC_URL: `http://localhost:${plan.pspPort}`,
    DATA_DIR: dataDirectory,
    API_KEY: apiKey(around),
    WEBHOOK_SECRET: webhookSecret(around),
    ...(seedFile === undefined ? {} : { SEED_FILE: seedFile }),
    WEBHOOK_ENDPOINTS: client === undefined ? '' : `http://127.0.0.1:${client.port}${WEBHOOK_PATH}`,
  };
}

/** What the service that pays is told of the PSP; nothing for every other. */
export function pspClientEnvironment(
  { service }: Pick<InstancePlan, 'service'>,
  around: Around,
): Record<string, string> {
  if (service !== CLIENT || around.plan.pspPort === null) return {};
  return {
    STRIPE_URL: `http://127.0.0.1:${around.plan.pspPort}`,
    STRIPE_SECRET_KEY: apiKey(around),
    STRIPE_WEBHOOK_SECRET: webhookSecret(around),
  };
}
