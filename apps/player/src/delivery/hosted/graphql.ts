import { DeliveryError } from '../delivery.js';

interface Answer<T> { data?: T | null; errors?: { message: string; extensions?: { code?: string } }[] }

/** Asks the hosted API, with the learner's own cookie. */
export class GraphqlClient {
  constructor(private readonly endpoint: string, private readonly fetcher: typeof fetch = (...how) => fetch(...how)) {}

  /**
   * One query or mutation. Rejects with a DeliveryError: OFFLINE where the server can't be reached or is not well,
   * else with the API's own code. `keepalive`: goes on although the page is being left (at most 64 KB).
   */
  async ask<T>(query: string, variables: object, { keepalive = false } = {}): Promise<T> {
    const response = await this.fetcher(this.endpoint, {
      method: 'POST', credentials: 'same-origin', keepalive, headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ query, variables }),
    }).catch((error: unknown) => {
      throw new DeliveryError('OFFLINE', String(error));
    });
    const answer = await response.json().catch(() => null) as Answer<T> | null;
    const problem = answer?.errors?.[0];
    if (problem !== undefined) throw new DeliveryError(response.status >= 500 ? 'OFFLINE' : (problem.extensions?.code ?? 'UNKNOWN'), problem.message);
    if (answer?.data === undefined || answer.data === null) throw new DeliveryError(response.status === 401 ? 'UNAUTHENTICATED' : 'OFFLINE', `the server answered ${response.status}`);
    return answer.data;
  }
}
