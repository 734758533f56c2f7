import { stageSubgraph } from '../../../tests/staged-subgraph.ts';
import { compose } from '../src/compose.ts';
import { parseConfig } from '../src/config.ts';
import { mina, stranger } from './records.ts';

export type Stage = Awaited<ReturnType<typeof openStage>>;

const STAFF = '01930000-0000-7000-8000-00000000000a';

/** Leaves the outbox as it is, so that a test can read what would be told. */
const noRelay = () => ({ close: async () => {} });

/** The subgraph with these records in it, and people to ask it. */
export async function openStage(records: readonly object[] = [], { onBus = false } = {}) {
  let rpcPort = 0;
  const stage = await stageSubgraph({
    name: 'shipping',
    migrations: `${import.meta.dirname}/../migrations`,
    env: { RPC_PORT: '0' },
    compose: (env, scope) => {
      const config = parseConfig({ ...env, BUS_URL: env.DATABASE_URL });
      const composition = compose(config, scope, onBus ? {} : { relay: noRelay });
      const background = async () => {
        const server = await composition.background();
        rpcPort = server.port;
        return server;
      };
      return { ...composition, background };
    },
    records,
  });
  const { tokenFor } = stage.identity;
  const tokens = {
    owner: await tokenFor({ id: mina }),
    other: await tokenFor({ id: stranger }),
    admin: await tokenFor({ id: STAFF, roles: ['admin'] }),
    support: await tokenFor({ id: STAFF, roles: ['support'] }),
    warehouse: await tokenFor({ id: STAFF, roles: ['warehouse'] }),
  };
  return { ...stage, rpcPort, isEmpty: stage.composition.seed.isEmpty, tokens };
}
