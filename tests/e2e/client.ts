import { inject } from 'vitest';

export type Answer = {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on what it has just asked for
  data?: any;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; service?: string; [detail: string]: unknown };
  }[];
};

export const PASSWORD = 'souk-demo-2026';
export const MINA = 'mina@souk.example';

type Options = {
  variables?: object;
  token?: string | undefined;
  /** The name by which the router counts who sends it. */
  client?: string;
};

/** Posts an operation to any GraphQL endpoint. */
export async function post(url: string, query: string, options: Options = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(options.token && { authorization: `Bearer ${options.token}` }),
      ...(options.client && { 'apollographql-client-name': options.client }),
    },
    body: JSON.stringify({ query, variables: options.variables ?? {} }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

/** Asks the router of the stack under test. */
export const ask = (query: string, options: Options = {}): Promise<Answer> =>
  post(`${inject('stack').router}/graphql`, query, options);

/** Asks a subgraph itself, around the router. */
export function askService(
  service: string,
  query: string,
  options: { variables?: object; token?: string | undefined } = {},
): Promise<Answer> {
  const url = inject('stack').services[service]?.[0]?.http;
  if (url === undefined) throw new Error(`there is no ${service} in the stack`);
  return post(`${url}/graphql`, query, options);
}

export const ENTITIES = (selection: string) =>
  `query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`;

/** An access token of a demo user, or of anybody with that password. */
export async function signIn(email: string = MINA): Promise<string> {
  const { data, errors } = await ask(
    'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }',
    { variables: { input: { email, password: PASSWORD } } },
  );
  if (errors) throw new Error(`${email} cannot sign in: ${JSON.stringify(errors)}`);
  return data.signIn.accessToken;
}

let strangers = 0;

/** Somebody who has just signed up, and owns nothing. */
export async function stranger(): Promise<{ token: string; id: string }> {
  strangers += 1;
  const email = `stranger-${process.pid}-${Date.now()}-${strangers}@souk.example`;
  const { data, errors } = await ask(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { accessToken viewer { id } } }',
    { variables: { input: { email, password: PASSWORD, name: 'A stranger' } } },
  );
  if (errors) throw new Error(`nobody can sign up: ${JSON.stringify(errors)}`);
  return { token: data.signUp.accessToken, id: data.signUp.viewer.id };
}

export const codesOf = (answer: Answer): string[] =>
  (answer.errors ?? []).map((error) => error.extensions.code);
