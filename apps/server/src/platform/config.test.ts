import { describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

describe('the settings', () => {
  test('without any give SQLite in ./data on 127.0.0.1:3000', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', database: { engine: 'sqlite', file: expect.stringMatching(/data\/preceptor\.sqlite$/) }, environment: 'development', firstAdministrator: null });
  });
  test('take postgres:// and postgresql:// alike, and an empty one as left out', () => {
    expect(readConfig({ DATABASE_URL: 'postgresql://u:p@h:5432/d' }).database).toEqual({ engine: 'postgres', url: 'postgresql://u:p@h:5432/d' });
    expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ port: 3000, database: { engine: 'sqlite' } });
  });
  test.each([
    [{ PORT: '65536' }, /^PORT must be/], [{ PORT: '-1' }, /^PORT must be/], [{ HOST: 'a b' }, /^HOST must be/], [{ DATABASE_URL: 'mysql://x/y' }, /^DATABASE_URL must begin with/],
    [{ NODE_ENV: 'prod' }, /^NODE_ENV must be/], [{ ADMIN_EMAIL: 'a@example.org' }, /must be given together/], [{ ADMIN_EMAIL: 'a', ADMIN_PASSWORD: 'short' }, /^ADMIN_EMAIL must be an e-mail address\.\nADMIN_PASSWORD must have/],
    [{ DATA_DIR: import.meta.filename }, /^DATA_DIR must be a folder/], [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be/], [{ TRUST_PROXY: 'maybe' }, /^TRUST_PROXY must be/],
  ])('that can\'t be used are refused with a sentence each: %j', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(sentence);
  });
});
