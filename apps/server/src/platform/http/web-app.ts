import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { platformErrors } from '../errors.js';

/** Serves the built web app; every other page address answers its index, so that links to screens work. */
export async function serveWebApp(fastify: FastifyInstance, webDir: string): Promise<void> {
  const built = existsSync(join(webDir, 'index.html'));
  if (built) {
    await fastify.register(fastifyStatic, {
      root: webDir, wildcard: false, index: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  fastify.get('/*', async (request, reply) => {
    if (!(request.headers.accept ?? '').includes('text/html')) throw platformErrors.NOT_FOUND({ says: 'There is nothing at this address.' });
    if (!built) return reply.code(503).type('text/plain; charset=utf-8').send('The web app is not built yet: run npm start.');
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
