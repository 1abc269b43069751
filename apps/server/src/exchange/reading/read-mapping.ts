import { csvColumns } from '@preceptor/assessment/interchange';
import { platformErrors } from '../../platform/errors.js';

/** A mapping as somebody gave it: our columns, each once. Throws BAD_INPUT. */
export function readMapping(columns: readonly { column: string; heading: string }[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [index, { column, heading }] of columns.entries()) {
    const known = Object.hasOwn(csvColumns, column) || /^(choice|target|feedback) ([1-9]|[1-9]\d)$/.test(column);
    if (!known) throw platformErrors.BAD_INPUT({ says: `There is no column "${column.slice(0, 60)}".`, path: ['columns', String(index), 'column'] });
    if (Object.hasOwn(found, column)) throw platformErrors.BAD_INPUT({ says: `The column "${column}" is given twice.`, path: ['columns', String(index), 'column'] });
    found[column] = heading;
  }
  return found;
}
