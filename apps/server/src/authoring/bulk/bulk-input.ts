import { z } from 'zod';
import { platformErrors } from '../../platform/errors.js';
import { parseInput } from '../../platform/parse.js';
import type { Change } from './bulk-change.js';
import type { BankItemsChangeInput } from './bulk.types.js';

const labels = z.array(z.string().trim().min(1, 'A tag has at least one character.').max(64, 'A tag has at most 64 characters.')).max(50, 'At most 50 at once.').nullish();
const statements = z.array(z.string().trim().min(1).max(64)).max(50, 'At most 50 at once.').nullish();
const input = z.object({
  addTags: labels, removeTags: labels, addStatements: statements, removeStatements: statements,
  level: z.enum(['recall', 'application', 'judgement'], 'The level is recall, application or judgement.').nullish(),
  difficulty: z.enum(['easy', 'medium', 'hard'], 'The difficulty is easy, medium or hard.').nullish(),
  move: z.object({ bank: z.string(), folder: z.string().nullish() }).nullish(), retire: z.boolean().nullish(),
});

/** The one change that an input asks for. */
export function changeOf(value: BankItemsChangeInput): Change {
  const { addTags, removeTags, addStatements, removeStatements, level, difficulty, move, retire } = parseInput(input, value, 'change');
  const lists = (is: 'tags' | 'statements', add: readonly string[] = [], remove: readonly string[] = []): Change[] => (add.length + remove.length === 0 ? [] : [{ is, add: [...new Set(add)].filter((one) => !remove.includes(one)), remove }]);
  const changes: Change[] = [
    ...lists('tags', addTags ?? [], removeTags ?? []), ...lists('statements', addStatements ?? [], removeStatements ?? []),
    ...level === null || level === undefined ? [] : [{ is: 'level' as const, value: level }], ...difficulty === null || difficulty === undefined ? [] : [{ is: 'difficulty' as const, value: difficulty }],
    ...move === null || move === undefined ? [] : [{ is: 'folder' as const, bankId: move.bank, folderId: move.folder ?? null }], ...retire === true ? [{ is: 'retire' as const }] : [],
  ];
  const [change] = changes;
  if (change === undefined || changes.length > 1) throw platformErrors.BAD_INPUT({ says: 'Say one thing that is to be changed.', path: ['change'] });
  return change;
}

/** What was done, as a sentence. */
export function sentenceOf(change: Change): (items: number) => string {
  const list = (values: readonly string[]): string => values.slice(0, 5).map((value) => `“${value}”`).join(', ') + (values.length > 5 ? ` and ${values.length - 5} more` : '');
  return (items) => {
    const them = items === 1 ? '1 question' : `${items.toLocaleString('en')} questions`;
    switch (change.is) {
      case 'tags': return [change.add.length > 0 ? `Tagged ${them} with ${list(change.add)}` : '', change.remove.length > 0 ? `Took the tag ${list(change.remove)} from ${them}` : ''].filter((part) => part !== '').join('; ');
      case 'statements': return [change.add.length > 0 ? `Said of ${them} that they ask ${list(change.add)}` : '', change.remove.length > 0 ? `Took the statement ${list(change.remove)} from ${them}` : ''].filter((part) => part !== '').join('; ');
      case 'level': return `Set the level of ${them} to ${change.value}`;
      case 'difficulty': return `Set the difficulty of ${them} to ${change.value}`;
      case 'folder': return `Moved ${them} ${change.folderId === null ? 'out of their folders' : 'into a folder'}`;
      case 'retire': return `Retired ${them}`;
    }
  };
}
