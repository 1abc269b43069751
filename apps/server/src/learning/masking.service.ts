import { createHmac } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { asWritten, type Form, type Item, shownIds, type ShownIds } from '@preceptor/assessment';
import { Database } from '../platform/database/database.js';
import { MaskingRow } from './learning.entity.js';

/** By which ids somebody is shown an item: in an attempt of this form, or in a lesson where there is none. */
export type IdsOf = (item: Item, form?: Form) => ShownIds;

/** Hexadecimal digits of a shown id: 64 bits, so that no two of an item's are alike. */
const digits = 16;

/**
 * The ids of choices as a learner is shown them. Authors call elements e1, e2, e3 in the right order, and the right
 * option `right`: what they wrote stays on the server, in what is stored, scored and exported.
 */
@Injectable()
export class MaskingService implements OnModuleInit {
  /** Items of a version are read once and kept, so each is masked once. */
  readonly #known = new WeakMap<Item, ShownIds>();
  #secret: Buffer | null = null;

  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    const { secret } = await this.database.read.findOneByOrFail(MaskingRow, { id: 1 });
    this.#secret = Buffer.from(secret, 'hex');
  }

  /** For the learner herself. Attempts that were open when masking came in go on with the author's ids. */
  readonly of: IdsOf = (item, form) => {
    if (form !== undefined && form.masked !== true) return asWritten(item);
    const known = this.#known.get(item);
    if (known !== undefined) return known;
    const made = shownIds(item, this.#mask);
    this.#known.set(item, made);
    return made;
  };

  /** For whoever reads an enrolment: its learner, or staff, who know what the author wrote. */
  for({ learner }: { learner: boolean }): IdsOf { return learner ? this.of : asWritten; }

  readonly #mask = (list: string, id: string): string => {
    if (this.#secret === null) throw new Error('Ids were asked for before their secret was read.');
    return createHmac('sha256', this.#secret).update(`${list}/${id}`).digest('hex').slice(0, digits);
  };
}
