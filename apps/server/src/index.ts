import 'reflect-metadata';

export { createServer, type RunningServer } from './server.js';
export { type Config, ConfigError, readConfig } from './platform/config.js';
export { errorsMarkdown, permissionsMarkdown, printSchemaSdl } from './reference.js';
