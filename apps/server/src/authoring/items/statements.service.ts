import { Injectable } from '@nestjs/common';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { CatalogService } from '../../catalog/catalog.service.js';
import type { Actor } from '../../identity/actor.js';
import { platformErrors } from '../../platform/errors.js';
import type { Page } from '../../platform/graphql/connection.js';
import { BanksService } from '../banks/banks.service.js';
import type { AuthoringStatement } from './statements.types.js';

const mostLessons = 20;
const mostTyped = 200;
/** Made once for each course version, which never changes. */
const madeOf = new WeakMap<CompiledCourse, Map<string, AuthoringStatement>>();

/** The statements that items of a bank may ask: those of the newest version of its course. */
@Injectable()
export class StatementsService {
  constructor(private readonly banks: BanksService, private readonly catalog: CatalogService) {}

  /** A page of them in the order of the course, as far as they hold every word that is typed; one more than asked for where more follow. */
  async page(actor: Actor, bankId: string, typed: string, { first, after }: Page): Promise<{ rows: AuthoringStatement[]; total: number }> {
    if (typed.length > mostTyped) throw platformErrors.BAD_INPUT({ says: 'What is looked for has at most 200 characters.', path: ['text'] });
    const all = await this.#all(actor, bankId);
    if (all === null) throw platformErrors.NOT_FOUND({ path: ['bank'] });
    const words = folded(typed).split(/\s+/).filter((word) => word !== '');
    const found = [...all.values()].filter((one) => {
      const says = folded([one.id, one.text, one.section, ...one.lessons].join(' '));
      return words.every((word) => says.includes(word));
    });
    const from = after === null ? 0 : found.findIndex(({ id }) => id === after[0]) + 1;
    return { rows: found.slice(from, from + first + 1), total: found.length };
  }

  /** Some of them by id, as far as they are read; one that the course does not have has no text. */
  async some(actor: Actor, bankId: string, ids: readonly string[]): Promise<AuthoringStatement[]> {
    const all = await this.#all(actor, bankId);
    return ids.map((id) => all?.get(id) ?? { id, text: '', section: '', lessons: [] });
  }

  async #all(actor: Actor, bankId: string): Promise<Map<string, AuthoringStatement> | null> {
    const bank = await this.banks.find(actor, bankId);
    if (bank === null) return null;
    const latest = bank.courseId === null ? null : await this.catalog.latest(actor, bank.courseId);
    if (latest === null) return new Map();
    const { course } = await this.catalog.loaded(actor, latest.id);
    let made = madeOf.get(course);
    if (made === undefined) {
      made = statementsOf(course);
      madeOf.set(course, made);
    }
    return made;
  }
}

function statementsOf(course: CompiledCourse): Map<string, AuthoringStatement> {
  const made = new Map(course.statements.map(({ id, text, section }): [string, AuthoringStatement] => [id, { id, text, section, lessons: [] }]));
  for (const { title, statements } of course.units.flatMap(({ lessons }) => lessons)) {
    for (const id of new Set(statements)) {
      const lessons = made.get(id)?.lessons;
      if (lessons !== undefined && lessons.length < mostLessons) lessons.push(title);
    }
  }
  return made;
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
