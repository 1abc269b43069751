/** What the scripts that come with the player hand over, by their names. */
export interface Brought {
  cmi5?: typeof import('./cmi5.js');
  kinds?: typeof import('./kinds.js');
}

/** What each may take from the player: modules by their names. A player that leaves one out is never loaded with it. */
export type Offered = { [Name in keyof Brought]: { [module: string]: object } };

/**
 * Calls for the scripts that a page loads before the player. They have waited for this event on the document, so that no
 * name is left in the global scope: each takes what it shares with the player from its part of `offered`, and hands over
 * what it exports.
 */
export function meetCompanions(offered: Offered): Brought {
  const brought: Brought = {};
  const take = <Name extends keyof Brought>(name: Name, exported: Brought[Name]): void => {
    brought[name] = exported;
  };
  document.dispatchEvent(new CustomEvent('preceptor:player', { detail: { offered, take } }));
  return brought;
}
