import type { ApolloServerPlugin } from '@apollo/server';
import type { CacheControl } from './known-queries.ts';

/** Says of Apollo Server's answers without errors for how long they may be kept. */
export const cacheControlPlugin = (cacheControl: CacheControl): ApolloServerPlugin<object> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ document, operationName, contextValue, response }) => {
      if (response.body.kind !== 'single' || document === undefined) return;
      if (response.body.singleResult.errors !== undefined) return;
      const told = cacheControl(document, operationName, contextValue);
      response.http.headers.set('cache-control', told);
    },
  }),
});
