import type {
  GatewayExecutor,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Generation } from './generation.ts';
import type { Generations } from './generations.ts';

/** Executes a validated operation on the generation that it was validated against. */
export type Execute<Context> = (
  generation: Generation,
  request: GatewayGraphQLRequestContext & { context: Context },
) => Promise<ExecutionResult>;

/** Apollo Server's gateway over our generations: it learns of a swap before the swap. */
export function gateway<Context>(
  generations: Generations,
  execute: Execute<Context>,
): GatewayInterface {
  const executor: GatewayExecutor = async (request) => {
    try {
      const scope = request as GatewayGraphQLRequestContext & { context: Context };
      return await execute(generations.of(request.schema), scope);
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  };
  return {
    onSchemaLoadOrUpdate: (callback) => {
      const tell = ({ api, sdl }: Generation) =>
        callback({ apiSchema: api, coreSupergraphSdl: sdl });
      tell(generations.current());
      return generations.onNext(tell);
    },
    load: async () => ({ executor }),
    stop: async () => {},
  };
}
