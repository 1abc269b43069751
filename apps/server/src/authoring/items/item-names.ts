import type { EntityManager } from 'typeorm';
import { platformErrors } from '../../platform/errors.js';
import { type BankRow, ItemRow } from '../authoring.entity.js';
import { authoringErrors } from '../errors.js';

const shape = /^[a-z][a-z0-9-]{0,63}$/;

/** A name that the bank has no item of: the one that is asked for, else the document's own id, else one made of the bank's name, with a number where it is taken. */
export async function freeName(manager: EntityManager, bank: BankRow, asked: string | null, own: unknown): Promise<string> {
  const isTaken = (name: string): Promise<boolean> => manager.existsBy(ItemRow, { bankId: bank.id, name });
  if (asked !== null) {
    if (!shape.test(asked)) throw platformErrors.BAD_INPUT({ says: 'A name has lower-case letters, digits and hyphens, begins with a letter and has at most 64 characters.', path: ['name'] });
    if (await isTaken(asked)) throw authoringErrors.NAME_TAKEN({ says: `This bank has an item named "${asked}" already.`, path: ['name'] });
    return asked;
  }
  if (typeof own === 'string' && shape.test(own) && !await isTaken(own)) return own;
  const base = (typeof own === 'string' && shape.test(own) ? own : bank.name).slice(0, 56).replace(/-+$/, '');
  for (let number = await manager.countBy(ItemRow, { bankId: bank.id }) + 1; ; number += 1) {
    const name = `${base}-${number}`;
    if (!await isTaken(name)) return name;
  }
}
