import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { platformErrors } from '../errors.js';

/**
 * Serves the built web app, compressed where the build has done so; every other page address answers its index, so
 * that links to screens work. Files are looked up at each request: building the app again needs no restart.
 */
export async function serveWebApp(fastify: FastifyInstance, webDir: string): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: webDir, serve: false, index: false, preCompressed: true, cacheControl: false, suppressWarning: true,
    setHeaders: (reply, path) => {
      // Vite names what lies in assets/ by its content.
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/*', async (request, reply): Promise<FastifyReply> => {
    const path = wildcard(request);
    if (isOpen(path) && await isFile(join(webDir, path))) return reply.sendFile(path);
    if (!(request.headers.accept ?? '').includes('text/html')) throw platformErrors.NOT_FOUND({ says: 'There is nothing at this address.' });
    if (await isFile(join(webDir, 'index.html'))) return reply.sendFile('index.html');
    return reply.code(503).type('text/plain; charset=utf-8').send('The web app is not built yet: run npm start.');
  });
}

/** Nothing above the folder, nothing hidden in it. */
const isOpen = (path: string): boolean => path !== '' && path.split(/[/\\]/).every((part) => part !== '' && !part.startsWith('.'));
const isFile = (path: string): Promise<boolean> => stat(path).then((found) => found.isFile(), () => false);

function wildcard(request: FastifyRequest): string {
  const params = request.params as Record<string, string | undefined>;
  return params['*'] ?? '';
}
