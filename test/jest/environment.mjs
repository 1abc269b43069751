/**
 * The environment of tests that start the product: what they import of packages, and of the product as it was built, is
 * loaded by Node itself, once for all files of a worker, where Jest would load its 4,000 files anew for each. Both sides
 * have the same Date and Reflect: packages ask whether something is a Date, and keep there what decorators say.
 */
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

const require = createRequire(import.meta.url);

export default class extends TestEnvironment {
  constructor(...given) {
    super(...given);
    Object.assign(this.global, { loadNatively: require, Date, Reflect });
  }
}
