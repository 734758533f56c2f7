import { afterAll, beforeAll } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import {
  startTestSubgraph,
  type TestScope,
  type TestSubgraph,
  testEnv,
  testScope,
} from '../../../tests/subgraph.ts';
import { compose } from '../src/compose.ts';
import { parseConfig } from '../src/config.ts';

const migrations = `${import.meta.dirname}/../migrations`;

export const composeWith = (
  databaseUrl: string,
  env: Record<string, string> = {},
  scope: TestScope = testScope('accounts'),
) => {
  // Accounts verifies by its own key set, whose address is known once it listens.
  const base = testEnv(databaseUrl, { jwksUrl: 'http://127.0.0.1/unused' });
  const secret = { AUTH_SECRET: 'a secret of at least thirty-two characters' };
  return compose(parseConfig({ ...base, ...secret, ...env }), scope);
};

export type Session = {
  id: string;
  email: string;
  token: string;
  refreshToken: string;
};

export type Accounts = {
  database: FreshDatabase;
  graph: TestSubgraph;
  scope: TestScope;
  /** A new person, signed in. */
  join: (name?: string) => Promise<Session>;
  /** The same with other roles than customer's. */
  joinAs: (...roles: string[]) => Promise<Session>;
};

export const PASSWORD = 'correct horse battery';

export const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) {
    accessToken expiresAt refreshToken viewer { id email }
  }
}`;

const SIGN_UP = `mutation ($email: String!, $password: String!, $name: String!) {
  signUp(input: { email: $email, password: $password, name: $name }) {
    accessToken refreshToken viewer { id email }
  }
}`;

/** An accounts subgraph on a database of its own, for one test file. */
export function accountsUnderTest(env: Record<string, string> = {}): Accounts {
  const accounts = {} as Accounts;
  let people = 0;

  beforeAll(async () => {
    accounts.database = await freshDatabase(migrations);
    accounts.scope = testScope('accounts');
    const composition = composeWith(accounts.database.url, env, accounts.scope);
    accounts.graph = await startTestSubgraph(composition, 'own');
  });
  afterAll(async () => {
    await accounts.graph.close();
    await accounts.database.drop();
  });

  accounts.join = async (name = 'Mina') => {
    people += 1;
    const email = `person-${people}@souk.example`;
    const { data } = await accounts.graph.query(SIGN_UP, { email, name, password: PASSWORD });
    const { accessToken, refreshToken, viewer } = data.signUp;
    return { id: viewer.id, email, token: accessToken, refreshToken };
  };
  accounts.joinAs = async (...roles) => {
    const person = await accounts.join('Ada');
    await accounts.database.sql`update users set roles = ${roles} where id = ${person.id}`;
    const { data } = await accounts.graph.query(SIGN_IN, { ...person, password: PASSWORD });
    return {
      ...person,
      token: data.signIn.accessToken,
      refreshToken: data.signIn.refreshToken,
    };
  };
  return accounts;
}
