import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  graphql,
  parse,
} from 'graphql';
import type { Send } from '../../src/execute/request.ts';
import { readReply } from '../../src/transport/reply.ts';
import type { Model } from './model.ts';
import { sdlOf } from './sdl.ts';
import type { Node, World } from './world.ts';

const ROOT: Node = { $type: 'Query', $id: 'Query-0' };
const resolverOf =
  (world: World): GraphQLFieldResolver<Node, unknown> =>
  (node, args, _, { fieldName }) =>
    world.read(node, fieldName, args);
const typeOf = (node: unknown) => (node as Node).$type;

/** The subgraphs of a model in this process, each an Apollo subgraph over the same world. */
export function sender(model: Model, world: World): Send {
  const schemas = new Map(
    model.services.map((service) => [service, schemaOf(model, service, world)]),
  );
  const fieldResolver = resolverOf(world);
  return async ({ service, body }) => {
    const schema = schemas.get(service);
    if (schema === undefined) throw new Error(`no subgraph ${service}`);
    const { query, variables } = JSON.parse(body);
    const result = await graphql({
      schema,
      source: query,
      variableValues: variables,
      rootValue: ROOT,
      fieldResolver: fieldResolver as GraphQLFieldResolver<unknown, unknown>,
      typeResolver: typeOf,
    });
    const answer = readReply({ status: 200, text: JSON.stringify(result), head: '' });
    if (answer === null) throw new Error(`${service} did not answer: ${query}`);
    const invalid = answer.errors.find(({ path }) => path === undefined);
    if (invalid !== undefined) throw new Error(`${service}: ${invalid.message}: ${query}`);
    return answer;
  };
}

function schemaOf(model: Model, service: string, world: World): GraphQLSchema {
  const object = model.interfaceObject;
  const names = model.types.filter(({ keysIn }) => keysIn.has(service)).map(({ name }) => name);
  if (object !== null && [object.home, object.other].includes(service)) names.push(object.name);
  const resolvers = Object.fromEntries(
    names.map((name) => [
      name,
      {
        __resolveReference: (told: Record<string, unknown>) => {
          const node = world.referenced(name, told);
          // The home of an interface object tells its type, the other one does not know it.
          return name === object?.name
            ? { ...node, __typename: service === object.home ? node.$type : name }
            : node;
        },
      },
    ]),
  );
  return buildSubgraphSchema([{ typeDefs: parse(sdlOf(model, service)), resolvers }] as Parameters<
    typeof buildSubgraphSchema
  >[0]);
}

/** The same world as one schema: what the answer has to be. */
export function oracle(
  schema: GraphQLSchema,
  world: World,
): (document: ReturnType<typeof parse>, variables: object) => Promise<ExecutionResult> {
  const fieldResolver = resolverOf(world) as GraphQLFieldResolver<unknown, unknown>;
  return async (document, variables) =>
    execute({
      schema,
      document,
      variableValues: { ...variables },
      rootValue: ROOT,
      fieldResolver,
      typeResolver: typeOf,
    });
}
