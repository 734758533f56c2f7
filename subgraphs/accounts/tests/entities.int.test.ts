import { expect, test } from 'vitest';
import { accountsUnderTest } from './accounts.ts';

const accounts = accountsUnderTest();

const SELECTION = `
  ... on User { __typename id email addresses { label } }
`;
const ask = async (typename: string, id: string, token?: string) => {
  const representations = [{ __typename: typename, id }];
  const { data, errors } = await accounts.graph.entities(representations, SELECTION, token);
  expect(errors).toBeUndefined();
  return data._entities[0];
};

test('a person resolves as User and as what she is', async () => {
  const { id, email, token } = await accounts.join();
  const self = { __typename: 'Customer', id, email, addresses: [] };
  expect(await ask('User', id, token)).toEqual(self);
  expect(await ask('Customer', id, token)).toEqual(self);
  expect(await ask('StaffMember', id, token)).toBeNull();
});

test('a member of staff resolves as User and as StaffMember', async () => {
  const { id, email, token } = await accounts.joinAs('warehouse');
  const self = { __typename: 'StaffMember', id, email, addresses: [] };
  expect(await ask('User', id, token)).toEqual(self);
  expect(await ask('StaffMember', id, token)).toEqual(self);
  expect(await ask('Customer', id, token)).toBeNull();
});

test('one request may ask for the same person in several ways', async () => {
  const { id, token } = await accounts.join();
  const representations = ['User', 'Customer', 'User', 'StaffMember'].map((__typename) => ({
    __typename,
    id,
  }));
  const { data } = await accounts.graph.entities(representations, SELECTION, token);
  expect(data._entities.map((each: { id: string } | null) => each?.id ?? null)).toEqual([
    id,
    id,
    id,
    null,
  ]);
});

test('another person is as if she did not exist, for guests and customers alike', async () => {
  const mina = await accounts.join();
  const eve = await accounts.join('Eve');
  const warehouse = await accounts.joinAs('warehouse');
  for (const token of [undefined, eve.token, warehouse.token]) {
    for (const typename of ['User', 'Customer', 'StaffMember']) {
      expect(await ask(typename, mina.id, token)).toBeNull();
    }
    const source = 'query ($id: ID!) { user(id: $id) { id } }';
    const answer = await accounts.graph.query(source, { id: mina.id }, token);
    expect(answer.data.user).toBeNull();
  }
});

test('support sees every person and her addresses', async () => {
  const { id, email } = await accounts.join();
  const support = await accounts.joinAs('support');
  expect(await ask('User', id, support.token)).toMatchObject({ id, email });
});

test('what does not exist, or is no id at all, is null', async () => {
  const support = await accounts.joinAs('support');
  expect(await ask('User', '01890000-0000-7000-8000-000000000009', support.token)).toBeNull();
  expect(await ask('User', 'nonsense', support.token)).toBeNull();
});

test('fifty people cost as many statements as one', async () => {
  const support = await accounts.joinAs('support');
  const rows = await accounts.database.sql`
    insert into users (id, email, name)
    select gen_random_uuid(), 'many-' || n || '@souk.example', 'Many' from generate_series(1, 50) n
    returning id`;
  await accounts.database.sql`
    insert into addresses (id, user_id, label, recipient, phone, country, postal_code, region, city, line1, is_default)
    select gen_random_uuid(), id, 'Home', 'Many', '0212345678', 'KR', '04524', 'Seoul', 'Jung-gu', '1', true
    from users where name = 'Many'`;
  const cost = async (count: number): Promise<number> => {
    const before = await accounts.scope.statements();
    const { data } = await accounts.graph.entities(
      rows.slice(0, count).map(({ id }) => ({ __typename: 'User', id })),
      '... on User { email addresses { label } defaultAddress { id } }',
      support.token,
    );
    expect(data._entities.filter(Boolean)).toHaveLength(count);
    expect(data._entities.at(-1).addresses).toHaveLength(1);
    return (await accounts.scope.statements()) - before;
  };
  expect([await cost(1), await cost(10), await cost(50)]).toEqual([2, 2, 2]);
});

test('a page of a hundred people costs as many statements as one of one', async () => {
  const support = await accounts.joinAs('support');
  const source = `query ($first: Int) { users(first: $first) { nodes { id addresses { id } } } }`;
  const cost = async (first: number): Promise<number> => {
    const before = await accounts.scope.statements();
    await accounts.graph.query(source, { first }, support.token);
    return (await accounts.scope.statements()) - before;
  };
  expect([await cost(1), await cost(50)]).toEqual([2, 2]);
});
