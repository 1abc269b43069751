import { defineErrors } from '../platform/problem.js';

export const packagingErrors = defineErrors('packaging', {
  NO_SUCH_STANDARD: { status: 404, says: 'There is no package of this standard.', when: 'Another name than those in `packageOptions.standards`.' },
  PLAYER_NOT_BUILT: { status: 503, says: 'The player is not built yet: run npm start.', when: 'The server runs from a checkout in which the player was never built.' },
  PACKAGES_WAITING: { status: 429, says: 'Too many packages of your organisation are waiting to be made.', when: '20 packages of an organisation are not done yet. Wait until some of them are.' },
  PACKAGE_NOT_READY: { status: 409, says: 'This package is not ready yet.', when: 'The package is still being made, or could not be made. Ask for its `state`.' },
  PACKAGE_GONE: { status: 410, says: 'This package is no longer kept. Make it again.', when: 'Packages that nobody has fetched for long make room for others. What is known of them stays in the history.' },
  OPTION_IMPOSSIBLE: { status: 422, says: 'This course can\'t do what an option asks for.', when: 'For instance `completes: "assessments"` where no assessment of the course decides success. The message says what there is.' },
  PACKAGE_NOT_MADE: { status: 422, says: 'This package can\'t be made.', when: 'The course version and the options can\'t become a package. The message says why.' },
  CHECK_NOT_A_ZIP: { status: 415, says: 'Send the package as the body of the request, with Content-Type: application/zip.', when: '`POST /packages/checks` with another type of content.' },
  CHECKS_BUSY: { status: 429, says: 'Other packages are being checked. Try again in a minute.', when: 'Six packages wait to be checked, or two of your organisation.' },
  CHECK_STOPPED: { status: 422, says: 'This package could not be checked to the end.', when: 'Looking at it took too long or too much memory. `npx preceptor verify` has no such limits.' },
  CHECK_INTERRUPTED: { status: 503, says: 'The server was stopped while it checked this package. Send it again.', when: 'The server stopped or was killed in the middle.' },
  SERVER_FULL: { status: 507, says: 'The server has no room left for this package.', when: 'The disk of DATA_DIR is full. Whoever runs the server must make room; then make the package again.' },
});
