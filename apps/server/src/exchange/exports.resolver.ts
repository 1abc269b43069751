import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { noteSentences } from '@preceptor/assessment/interchange';
import { BankItemFilter } from '../authoring/lists/bank-items.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import type { ExportRow } from './exchange.entity.js';
import { ExportsService } from './exports.service.js';
import { ItemExport, ItemVersionChoice } from './exports.types.js';
import { ExchangeFormatEnum } from './formats.types.js';
import type { ExportFormat } from './writing/export-format.js';

@Resolver(() => ItemExport)
export class ExportsResolver {
  constructor(private readonly exported: ExportsService) {}

  @Mutation(() => ItemExport, { description: 'Writes items as a file of a format and says what it holds of them; download it from `url` or leave it. At most 10,000 items.' })
  @Allow('INSTRUCTOR', 'scope:authoring')
  async exportItems(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => BankItemFilter, description: 'Which items; a bank is `{bank: <id>}`.' }) filter: BankItemFilter,
    @Args('format', { type: () => ExchangeFormatEnum, description: 'The format.' }) format: ExportFormat,
    @Args('version', { type: () => ItemVersionChoice, defaultValue: 'newest', description: 'Which state of each item.' }) version: 'newest' | 'approved',
  ): Promise<ItemExport> {
    return viewOf(await this.exported.write(actor, filter, format, version));
  }
}

function viewOf({ id, name, format, report: { items, notes, ...counts } }: ExportRow): ItemExport {
  return {
    ...counts, id, name, format, url: counts.written === 0 ? null : `/exchange/exports/${id}/${encodeURIComponent(name)}`,
    notes: notes.map((note) => ({ ...note, sentence: noteSentences[note.code] })),
    items: items.map(({ name: item, refused, report }) => ({ name: item, refused, changed: report?.changed ?? [], lost: report?.lost ?? [] })),
  };
}
