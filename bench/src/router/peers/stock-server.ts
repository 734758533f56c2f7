import { readFileSync } from 'node:fs';
import {
  ApolloGateway,
  type GraphQLDataSourceProcessOptions,
  RemoteGraphQLDataSource,
} from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

// @apollo/gateway with Apollo Server standalone, as Apollo's documentation has it. The identity of a
// request is passed to subgraphs where there is one, as every gateway before real services does.
const [supergraphFile = '', port = '0'] = process.argv.slice(2);

type Context = { authorization: string | undefined };

class Identified extends RemoteGraphQLDataSource<Context> {
  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<Context>): void {
    const { authorization } = context;
    if (authorization !== undefined) request.http?.headers.set('authorization', authorization);
  }
}

const server = new ApolloServer<Context>({
  gateway: new ApolloGateway({
    supergraphSdl: readFileSync(supergraphFile, 'utf8'),
    buildService: ({ url }) => new Identified(url === undefined ? {} : { url }),
  }),
});
await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: Number(port) },
  context: async ({ req }) => ({ authorization: req.headers.authorization }),
});
