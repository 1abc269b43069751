/**
 * `npm run dev`: the server restarts, the player is rebuilt and the web app reloads as files change.
 * The web app is served by Vite on PORT + 1, which passes what is the server's on to PORT (apps/web/vite.config.ts).
 */
import { fork } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing();
const root = dirname(import.meta.dirname);
const port = Number(process.env.PORT ?? 3000);
const { build } = await import('./build.mjs');
const vite = await import('vite');
const serverRooms = ['libs/assessment', 'libs/course', 'libs/tracking', 'libs/packaging', 'apps/server', 'apps/player'];

await build();
let server = startServer();
process.env.PRECEPTOR_SERVER = `http://127.0.0.1:${port}`;
const web = await vite.createServer({ root: join(root, 'apps/web'), server: { port: port + 1 } });
await web.listen();
console.log(`the web app, reloading, is on http://127.0.0.1:${port + 1}`);

let timer;
let working = Promise.resolve();
for (const room of serverRooms) {
  watch(join(root, room, 'src'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => { working = working.then(rebuild); }, 150);
  });
}

async function rebuild() {
  const rebuilt = await build({ rooms: serverRooms }).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return [];
  });
  if (!rebuilt.some((room) => room !== 'apps/player')) return;
  const old = server;
  // A server that could not start has ended already.
  if (old.exitCode === null) {
    const ended = new Promise((resolve) => old.once('exit', resolve));
    old.kill('SIGTERM');
    await ended;
  }
  server = startServer();
}

function startServer() {
  return fork(join(root, 'apps/server/dist/main.js'), { cwd: root, env: process.env });
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { server.kill('SIGTERM'); void web.close().then(() => process.exit(0)); });
