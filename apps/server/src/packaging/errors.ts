import { defineErrors } from '../platform/problem.js';

export const packagingErrors = defineErrors('packaging', {
  NO_SUCH_STANDARD: { status: 404, says: 'There is no package of this standard.', when: '`GET /packages/<version>/<standard>.zip` with another name than those in `packageOptions`.' },
  PLAYER_NOT_BUILT: { status: 503, says: 'The player is not built yet: run npm start.', when: 'The server runs from a checkout in which the player was never built.' },
});
