import type { Graph } from '../site/graph.ts';
import { SIGN_IN, SIGN_UP } from './operations.ts';

export type Account = { id: string; token: string };

const PASSWORD = 'souk-demo-2026';

/** A session of somebody who works in the demo shop. */
export async function signIn(graph: Graph, email: string): Promise<string> {
  const { signIn } = await graph<{ signIn: { accessToken: string } }>(SIGN_IN, {
    input: { email, password: PASSWORD },
  });
  return signIn.accessToken;
}

/** Customers of the run: who is free is used again, and there are as many as it takes. */
export function openAccounts(graph: Graph, seed: number) {
  const free: Account[] = [];
  let made = 0;
  const signUp = async (): Promise<Account> => {
    made += 1;
    const email = `shopper-${seed}-${made}-${Date.now()}@souk.example`;
    const { signUp } = await graph<{ signUp: { accessToken: string; viewer: { id: string } } }>(
      SIGN_UP,
      { input: { email, password: PASSWORD, name: `Shopper ${made}` } },
    );
    return { id: signUp.viewer.id, token: signUp.accessToken };
  };
  return {
    /** Has so many ready. */
    prepare: async (count: number) => {
      free.push(...(await Promise.all(Array.from({ length: count }, signUp))));
    },
    take: async (): Promise<Account> => free.shift() ?? signUp(),
    giveBack: (account: Account) => {
      free.push(account);
    },
  };
}

export type Accounts = ReturnType<typeof openAccounts>;
