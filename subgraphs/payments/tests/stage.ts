import { stageSubgraph } from '../../../tests/staged-subgraph.ts';
import { compose } from '../src/compose.ts';
import { parseConfig } from '../src/config.ts';
import { mina, stranger } from './records.ts';

export type Stage = Awaited<ReturnType<typeof openStage>>;

const STAFF = '01930000-0000-7000-8000-00000000000a';

/** The subgraph with these records in it, and people to ask it. */
export async function openStage(records: readonly object[] = []) {
  const stage = await stageSubgraph({
    name: 'payments',
    migrations: `${import.meta.dirname}/../migrations`,
    compose: (env, scope) => compose(parseConfig(env), scope),
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
