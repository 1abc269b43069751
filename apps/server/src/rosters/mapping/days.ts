import { isCalendarDay } from '../../platform/calendar-day.js';

/** How a file writes days that do not begin with the year: month first, as in the United States, or day first. */
export const dayOrders = ['MONTH_FIRST', 'DAY_FIRST'] as const;
export type DayOrder = (typeof dayOrders)[number];

const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[T ].*)?$/;

/** A cell as a day, YYYY-MM-DD; null: it is none. */
export function dayOf(cell: string, order: DayOrder): string | null {
  const written = cell.trim();
  const iso = yearFirst.exec(written);
  if (iso !== null) return madeOf(iso[1], iso[2], iso[3]);
  const found = parts.exec(written);
  if (found === null) return null;
  return order === 'MONTH_FIRST' ? madeOf(found[3], found[1], found[2]) : madeOf(found[3], found[2], found[1]);
}

/** Which order cells are written in: day first where one can't be read otherwise, or where points stand between. */
export function guessDayOrder(cells: readonly string[]): DayOrder {
  for (const cell of cells) {
    const found = parts.exec(cell.trim());
    if (found === null) continue;
    if (Number(found[1]) > 12) return 'DAY_FIRST';
    if (Number(found[2]) > 12) return 'MONTH_FIRST';
  }
  return cells.some((cell) => /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(cell.trim())) ? 'DAY_FIRST' : 'MONTH_FIRST';
}

function madeOf(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(text) ? text : null;
}
