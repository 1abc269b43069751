import type { ApolloServerPlugin } from '@apollo/server';

/**
 * Answers 500 or 503 where the server itself failed and has nothing to give: by the status alone a client knows that
 * it may ask again, and that what it sent was not taken. What the caller did wrong is told with 200 and a code.
 */
export const failureStatus: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== 'single') return;
      const { data, errors } = response.body.singleResult;
      if (data !== null && data !== undefined) return;
      const codes = (errors ?? []).map((error) => error.extensions?.['code']);
      if (codes.includes('INTERNAL')) response.http.status = 500;
      else if (codes.includes('UNAVAILABLE')) response.http.status = 503;
    },
  }),
};
