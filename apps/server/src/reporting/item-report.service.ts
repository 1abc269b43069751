import { Injectable } from '@nestjs/common';
import { countableChoices, type Item, responseLabels, totalScore } from '@preceptor/assessment';
import { CatalogService } from '../catalog/catalog.service.js';
import { itemDetail, type PlacedItem, placedItems } from '../catalog/version-view.js';
import type { Actor } from '../identity/actor.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import type { Page } from '../platform/graphql/connection.js';
import type { ItemStatistics, OptionCount } from './reporting.types.js';

/** Which items are wanted; null: of every unit, every item. */
export interface ItemChoice { unit: string | null; item: string | null }
type Answer = Awaited<ReturnType<EnrolmentsService['responses']>>[number];

/** How items were answered. */
@Injectable()
export class ItemReportService {
  constructor(private readonly catalog: CatalogService, private readonly enrolments: EnrolmentsService) {}

  /** A page of a version's items in the order of the course, with statistics; one more where more follow. */
  async statistics(actor: Actor, versionId: string, { unit, item: only }: ItemChoice, { first, after }: Page): Promise<{ rows: ItemStatistics[]; total: number }> {
    const { course } = await this.catalog.loaded(actor, versionId);
    const items = placedItems(course).filter((placed) => (unit === null || placed.unit === unit) && (only === null || placed.item.id === only));
    const begin = after === null ? 0 : items.findIndex(({ item }) => item.id === after[0]) + 1;
    const page = items.slice(begin, begin + first + 1);
    const answers = await this.enrolments.responses(versionId, page.map(({ item }) => item.id));
    const byItem = grouped(answers);
    return { rows: page.map((placed) => statisticsOf(placed, byItem.get(placed.item.id) ?? [])), total: items.length };
  }
}

function grouped(answers: Answer[]): Map<string, Answer[]> {
  const groups = new Map<string, Answer[]>();
  for (const answer of answers) {
    const group = groups.get(answer.itemId);
    if (group === undefined) groups.set(answer.itemId, [answer]);
    else group.push(answer);
  }
  return groups;
}

function statisticsOf(placed: PlacedItem, answers: Answer[]): ItemStatistics {
  // What waits for a person to score says nothing yet of how hard the item is.
  const scored = answers.filter(({ outcome }) => outcome !== 'pending');
  const facility = scored.length === 0 ? null : totalScore(scored.map(({ scaled, outcome }) => ({ raw: scaled, max: 1, scaled, outcome, parts: [] }))).scaled;
  return { item: itemDetail(placed), answered: answers.length, facility, options: optionCounts(placed.item, answers) };
}

function optionCounts(item: Item, answers: Answer[]): OptionCount[] {
  const counts = new Map<string, number>();
  for (const { response } of answers) for (const { id } of responseLabels(item, response)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return countableChoices(item).map(({ id, label, correct }) => ({ id, label, correct, count: counts.get(id) ?? 0 }));
}
