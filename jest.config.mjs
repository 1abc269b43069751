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
const part = process.env['PART'];
if (part !== undefined && !(part in matches)) throw new Error(`no part of the tests is called ${part}`);
export default {
  ...base,
  testTimeout: part === undefined ? 60_000 : timeouts[part],
  ...(process.env['TEST_DATABASE'] === 'postgres' ? { globalSetup: '<rootDir>/test/api/one-postgres.mjs', globalTeardown: '<rootDir>/test/api/no-postgres.mjs' } : {}),
  ...(part === 'browser' ? { globalSetup: '<rootDir>/test/browser/one-demo.mjs', globalTeardown: '<rootDir>/test/browser/no-demo.mjs' } : {}),
  testMatch: part === undefined ? Object.values(matches).flat() : matches[part],
};
