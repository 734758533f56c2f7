import type { Plan } from '../config/plan.ts';
import { seconds } from './rows.ts';
import type { Paint } from './style.ts';

/** Who can sign in to the demo data, and what for. */
const DEMO_USERS = [
  ['mina@souk.example', 'customer'],
  ['sam@souk.example', 'support'],
  ['mira@souk.example', 'merchandiser'],
  ['wade@souk.example', 'warehouse'],
  ['ada@souk.example', 'admin'],
] as const;

const DEMO_PASSWORD = 'souk-demo-2026';

/** Everything a person wants to know once the stack is up. */
export function renderSummary(
  facts: {
    plan: Plan;
    bus: string | null;
    tookMs: number;
    dataDirectory: string;
    demoUsers: boolean;
  },
  paint: Paint,
): string {
  const { plan, bus } = facts;
  const addresses = addressRows(plan, bus);
  const width = Math.max(
    ...addresses.map(([name]) => name.length),
    ...DEMO_USERS.map(([e]) => e.length),
  );
  const row = ([name, text]: readonly [string, string]) =>
    `    ${name.padEnd(width)}  ${paint('cyan', text)}`;
  const users = facts.demoUsers
    ? [
        '',
        `  ${paint('bold', 'Sign in as')}  ${paint('dim', `password ${DEMO_PASSWORD}`)}`,
        ...DEMO_USERS.map(([email, role]) => `    ${email.padEnd(width)}  ${paint('dim', role)}`),
      ]
    : [];
  return [
    '',
    `  ${paint('green', paint('bold', 'Souk is open.'))}  ${paint('dim', `Ready in ${seconds(facts.tookMs)}.`)}`,
    '',
    `  ${paint('bold', 'Addresses')}`,
    ...addresses.map(row),
    ...users,
    '',
    `  ${paint('dim', `Data and logs are in ${facts.dataDirectory}. Ctrl-C stops everything and keeps them.`)}`,
    '',
    '',
  ].join('\n');
}

function addressRows(plan: Plan, bus: string | null): (readonly [string, string])[] {
  const router = `http://localhost:${plan.routerPort}`;
  return [
    ['router', `${router}/graphql`],
    ['landing page', router],
    ['GraphiQL', `${router}/graphiql`],
    ['health', `${router}/health/ready`],
    ...plan.instances.map(
      ({ id, service, port }) =>
        [isAlone(plan, service) ? service : id, `http://localhost:${port}/graphql`] as const,
    ),
    ...(plan.pspPort === null
      ? []
      : [['sandbox PSP', `http://localhost:${plan.pspPort}/sandbox/ledger`] as const]),
    ['PostgreSQL', `127.0.0.1:${plan.postgresPort}`],
    ...(bus === null ? [] : [['bus', withoutPassword(bus)] as const]),
  ];
}

function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = '';
  return shown.href;
}

const isAlone = (plan: Plan, service: string): boolean =>
  plan.instances.filter((instance) => instance.service === service).length === 1;
