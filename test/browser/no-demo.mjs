/** Removes what one-demo.mjs filled. */
import { rm } from 'node:fs/promises';

export default async function remove() {
  await rm(process.env['DEMO_DATA'], { recursive: true, force: true });
}
