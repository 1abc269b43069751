import type { CompiledCourse, Statement } from '../compiled.js';
import { itemPlaces } from './items.js';

/** One statement with the ids of the lessons that teach it and of the items that ask it, in the order of the course. */
export interface TraceRow { statement: Statement; lessons: string[]; items: string[] }
export type Traceability = TraceRow[];

/** The table statement -> lessons -> items, in the order of the statements. */
export function traceability(course: CompiledCourse): Traceability {
  const rows = new Map<string, TraceRow>(course.statements.map((statement) => [statement.id, { statement, lessons: [], items: [] }]));
  for (const unit of course.units) {
    for (const lesson of unit.lessons) for (const id of new Set(lesson.statements)) rows.get(id)?.lessons.push(lesson.id);
  }
  for (const [id, { item }] of itemPlaces(course)) for (const statement of new Set(item.statements)) rows.get(statement)?.items.push(id);
  return [...rows.values()];
}
