import { stageSubgraph } from '../../../tests/staged-subgraph.ts';
import { compose } from '../src/compose.ts';
import { parseConfig } from '../src/config.ts';
import { mina, stranger } from './records.ts';

export type Stage = Awaited<ReturnType<typeof openStage>>;

const STAFF = '01930000-0000-7000-8000-00000000000a';

/** A provider that nobody asks, where a test is not about it. */
const NOWHERE = {
  STRIPE_URL: 'http://127.0.0.1:9',
  STRIPE_SECRET_KEY: 'sk_test_of_the_tests',
  STRIPE_WEBHOOK_SECRET: 'whsec_of_the_tests',
};

/** The subgraph with these records in it, and people to ask it. Its bus is in its own database. */
export async function openStage(
  records: readonly object[] = [],
  env: Readonly<Record<string, string>> = {},
) {
  const stage = await stageSubgraph({
    name: 'payments',
    migrations: `${import.meta.dirname}/../migrations`,
    compose: (given, scope) =>
      compose(parseConfig({ BUS_URL: given.DATABASE_URL, ...NOWHERE, ...given, ...env }), scope),
    records,
  });
  const { tokenFor } = stage.identity;
  const tokens = {
    owner: await tokenFor({ id: mina }),
    other: await tokenFor({ id: stranger }),
    support: await tokenFor({ id: STAFF, roles: ['support'] }),
    admin: await tokenFor({ id: STAFF, roles: ['admin'] }),
  };
  return { ...stage, isEmpty: stage.composition.seed.isEmpty, tokens };
}
