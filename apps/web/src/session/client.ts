import { Client, cacheExchange, fetchExchange } from 'urql';

/**
 * One client a page load. Screens show what is known and refresh it, so the back button is instant and never stale.
 * Signing in or out reloads the page: nothing of one person is left in memory for the next.
 */
export const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  requestPolicy: 'cache-and-network',
  preferGetMethod: false,
  fetchOptions: { credentials: 'same-origin' },
});
