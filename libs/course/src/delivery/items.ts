import type { Item } from '@preceptor/assessment';
import type { CompiledCourse } from '../compiled.js';

/** Where an item is asked: in a lesson's text, in a bank, or in both. */
export interface ItemPlace { item: Item; lessons: string[]; banks: string[] }

/** Every item of the course by id. An item that is both a check and in a bank is the same value and stands once. */
export function itemById(course: CompiledCourse): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const [id, place] of itemPlaces(course)) items.set(id, place.item);
  return items;
}

/** Every item of the course with the lessons that set it into their text and the banks that hold it. */
export function itemPlaces(course: CompiledCourse): Map<string, ItemPlace> {
  const places = new Map<string, ItemPlace>();
  const placeOf = (item: Item): ItemPlace => {
    const known = places.get(item.id);
    if (known !== undefined) return known;
    const made: ItemPlace = { item, lessons: [], banks: [] };
    places.set(item.id, made);
    return made;
  };
  for (const unit of course.units) {
    for (const lesson of unit.lessons) for (const item of lesson.checks) placeOf(item).lessons.push(lesson.id);
  }
  for (const bank of course.banks) for (const item of bank.items) placeOf(item).banks.push(bank.id);
  return places;
}

/** For each item, the ids of the lessons that teach a statement it asks, in the order of the course. */
export function itemsTaught(course: CompiledCourse): Map<string, string[]> {
  const lessonsOf = new Map<string, string[]>();
  const order: string[] = [];
  for (const unit of course.units) {
    for (const lesson of unit.lessons) {
      order.push(lesson.id);
      for (const statement of lesson.statements) lessonsOf.set(statement, [...(lessonsOf.get(statement) ?? []), lesson.id]);
    }
  }
  const taught = new Map<string, string[]>();
  for (const [id, item] of itemById(course)) {
    const lessons = new Set(item.statements.flatMap((statement) => lessonsOf.get(statement) ?? []));
    taught.set(id, order.filter((lesson) => lessons.has(lesson)));
  }
  return taught;
}
