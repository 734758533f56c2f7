import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { testIdentity } from '../../../tests/identity.ts';
import { startTestSubgraph, testEnv, testScope } from '../../../tests/subgraph.ts';
import { compose } from '../src/compose.ts';
import { parseConfig } from '../src/config.ts';
import { mina, stranger, stream } from './records.ts';

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** The subgraph over a database of its own, with these records in it, and people to ask. */
export async function openStage(records: readonly object[] = []) {
  const [database, identity] = await Promise.all([
    freshDatabase(`${import.meta.dirname}/../migrations`),
    testIdentity(),
  ]);
  const scope = testScope('shipping');
  const config = parseConfig({ ...testEnv(database.url, identity), RPC_PORT: '0' });
  const composition = compose(config, scope);
  let rpcPort = 0;
  const seed = (more: readonly object[]) => composition.seed.load(stream(more));
  if (records.length > 0) await seed(records);
  const background = async () => {
    const server = await composition.background();
    rpcPort = server.port;
    return server;
  };
  const subgraph = await startTestSubgraph({ ...composition, background }, identity);
  const staffId = '01930000-0000-7000-8000-00000000000a';
  const [owner, other, support, warehouse] = await Promise.all([
    identity.tokenFor({ id: mina }),
    identity.tokenFor({ id: stranger }),
    identity.tokenFor({ id: staffId, roles: ['support'] }),
    identity.tokenFor({ id: staffId, roles: ['warehouse'] }),
  ]);
  return {
    ...subgraph,
    sql: database.sql as FreshDatabase['sql'],
    statements: scope.statements,
    rpcPort,
    seed,
    isEmpty: composition.seed.isEmpty,
    tokens: { owner, other, support, warehouse },
    close: async () => {
      await subgraph.close();
      await identity.close();
      await database.drop();
    },
  };
}
