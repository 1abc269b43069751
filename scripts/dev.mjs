/**
 * `npm run dev`: the server restarts, the player is rebuilt and the web app reloads as files change.
 * The web app is served by Vite on PORT + 1, which passes everything else on to the server on PORT.
 */
import { fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing();
const root = dirname(import.meta.dirname);
const port = Number(process.env.PORT ?? 3000);
const { build } = await import('./build.mjs');
const { watch } = await import('chokidar');
const vite = await import('vite');
const serverRooms = ['libs/assessment', 'libs/course', 'libs/tracking', 'libs/packaging', 'apps/server', 'apps/player'];

await build();
let server = startServer();
const web = await vite.createServer({
  root: join(root, 'apps/web'),
  server: { port: port + 1, proxy: Object.fromEntries(['/graphql', '/learn', '/preview', '/packages', '/courses', '/cohorts'].map((path) => [path, { target: `http://127.0.0.1:${port}`, bypass: pageOfTheApp }])) },
});
await web.listen();
console.log(`the web app, reloading, is on http://127.0.0.1:${port + 1}`);

let timer;
let working = Promise.resolve();
watch(serverRooms.map((room) => join(root, room, 'src')), { ignoreInitial: true }).on('all', () => {
  clearTimeout(timer);
  timer = setTimeout(() => { working = working.then(rebuild); }, 150);
});

async function rebuild() {
  const rebuilt = await build({ rooms: serverRooms }).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return [];
  });
  if (!rebuilt.some((room) => room !== 'apps/player')) return;
  const old = server;
  const ended = new Promise((resolve) => old.once('exit', resolve));
  old.kill('SIGTERM');
  await ended;
  server = startServer();
}

function startServer() {
  return fork(join(root, 'apps/server/dist/main.js'), { cwd: root, env: process.env });
}

/** Pages of the web app share their first path segment with some of the server's own; a browser asking for HTML gets the app. */
function pageOfTheApp(request) {
  const isPage = request.headers.accept?.includes('text/html') && /^\/(courses|cohorts)(\/|$)/.test(request.url ?? '') && !/\.\w+$/.test(request.url ?? '');
  return isPage ? '/index.html' : undefined;
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { server.kill('SIGTERM'); void web.close().then(() => process.exit(0)); });
