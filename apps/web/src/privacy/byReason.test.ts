import { expect, test } from '@jest/globals';
import { byReason } from './byReason.js';

test('a reason is said once for all that is kept for it, but apart where the end is another', () => {
  const record = { why: 'It is your learning record.', atErasure: 'numbered' };
  expect(byReason([{ what: 'Your answers', ...record }, { what: 'Your roles', why: 'They decide.', atErasure: 'deleted' }, { what: 'Your marks', ...record }, { what: 'Your files', ...record, atErasure: 'deleted' }])).toEqual([
    { whats: ['Your answers', 'Your marks'], ...record }, { whats: ['Your roles'], why: 'They decide.', atErasure: 'deleted' }, { whats: ['Your files'], ...record, atErasure: 'deleted' },
  ]);
});
