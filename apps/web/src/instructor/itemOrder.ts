import { plain } from '../answers/inWords.js';
import { itemFindings, type Statistics } from './flags.js';

export interface ItemFilters { unit?: string | undefined; level?: string | undefined; difficulty?: string | undefined; kind?: string | undefined; q?: string | undefined; flagged?: true | undefined; sort?: 'answered' | 'facility' | 'difficulty' | 'level' | undefined; descending?: true | undefined }

const ranks: Record<string, number> = { easy: 0, medium: 1, hard: 2, recall: 0, application: 1, judgement: 2 };
const keys = {
  answered: (each: Statistics) => each.answered,
  facility: (each: Statistics) => each.facility ?? 2,
  difficulty: (each: Statistics) => ranks[each.item.difficulty] ?? 9,
  level: (each: Statistics) => ranks[each.item.level] ?? 9,
};

/** The items that the filters leave, in the order asked for; without one, as the course has them. */
export function chosenItems(items: readonly Statistics[], filters: ItemFilters): Statistics[] {
  const words = filters.q?.toLowerCase();
  const chosen = items.filter((each) => (filters.unit === undefined || each.item.unit === filters.unit)
    && (filters.level === undefined || each.item.level === filters.level)
    && (filters.difficulty === undefined || each.item.difficulty === filters.difficulty)
    && (filters.kind === undefined || each.item.kind === filters.kind)
    && (filters.flagged !== true || itemFindings(each).length > 0)
    && (words === undefined || `${each.item.id} ${plain(each.item.stemHtml)}`.toLowerCase().includes(words)));
  if (filters.sort === undefined) return chosen;
  const key = keys[filters.sort];
  const way = filters.descending === true ? -1 : 1;
  return chosen.sort((a, b) => way * (key(a) - key(b)));
}

/** 'single-choice' as people say it: "Single choice". */
export function kindName(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
