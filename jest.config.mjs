/** Tests import TypeScript sources of every room directly: the `source` condition of each package.json says where they are. */
const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: { '^.+\\.tsx?$': ['@swc/jest', {}] },
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/data/'],
};
/** How long one test of a part may take, in milliseconds. */
const timeouts = { unit: 30_000, rules: 30_000, api: 60_000, packages: 180_000, browser: 180_000, faults: 300_000 };
const matches = {
  unit: ['<rootDir>/libs/**/*.test.ts', '<rootDir>/apps/**/*.test.ts', '<rootDir>/apps/**/*.test.tsx'],
  rules: ['<rootDir>/test/rules/**/*.test.ts'],
  api: ['<rootDir>/test/api/**/*.test.ts'],
  faults: ['<rootDir>/test/faults/**/*.test.ts'],
  packages: ['<rootDir>/test/conformance/**/*.test.ts'],
  browser: ['<rootDir>/test/browser/**/*.test.ts'],
};
/** Parts that start the product's server run what was built, loaded by Node: their tests share its modules with it. */
const built = {
  ...base,
  testEnvironment: '<rootDir>/test/jest/environment.mjs',
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] },
  moduleNameMapper: { '^(?:\\.\\./)+(apps|libs)/(\\w+)/src/(.*\\.js)$': '<rootDir>/$1/$2/dist/$3', ...base.moduleNameMapper },
  transform: { ...base.transform, '(/node_modules/|/dist/).*\\.[cm]?js$': '<rootDir>/test/jest/native-module.mjs' },
  globalSetup: '<rootDir>/test/jest/begin.mjs',
  globalTeardown: '<rootDir>/test/jest/end.mjs',
  // Left to Jest: what asks whether the Object of its own context made what it is given, and what waits at its top level.
  transformIgnorePatterns: ['/node_modules/(write-excel-file|fflate|oidc-provider|libxml2-wasm)/'],
};
const part = process.env['PART'];
if (part !== undefined && !(part in matches)) throw new Error(`no part of the tests is called ${part}`);
export default {
  ...(['api', 'faults', 'browser'].includes(part) ? built : base),
  testTimeout: part === undefined ? 60_000 : timeouts[part],
  testMatch: part === undefined ? Object.values(matches).flat() : matches[part],
};
