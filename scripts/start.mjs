/** `npm start`: from a fresh clone to a running product. */
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing();
const { build } = await import('./build.mjs');
await build();
await import('../apps/server/dist/main.js');
