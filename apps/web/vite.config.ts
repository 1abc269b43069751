import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['PRECEPTOR_SERVER'] ?? 'http://127.0.0.1:3000';
/** What the server answers itself; every other path is a screen. */
const toServer = ['^/graphql', '^/learn/', '^/preview/', '^/authoring/', '^/packages/', '^/uploads/', '^/cohorts/[^/]+/(learners\\.csv|certificates\\.zip)', '^/verify/', '^/issuers/', '^/certificates/', '^/transcript\\.pdf', '^/(healthz|readyz)$'];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', reportCompressedSize: false, chunkSizeWarningLimit: 760 },
  server: {
    host: '127.0.0.1',
    proxy: {
      ...Object.fromEntries(toServer.map((path) => [path, { target: server, changeOrigin: false }])),
      // An uploaded course source is posted to the address under which the screen is shown.
      '^/courses$': { target: server, changeOrigin: false, bypass: ({ method, url }) => (method === 'POST' ? undefined : url) },
    },
  },
});
