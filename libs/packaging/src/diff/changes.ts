import { outOfOrder } from './order.js';
import { quoted, type ChangedThing, type Compared, type PackageChange } from './package-diff.js';
import { ruleChanges } from './rule-changes.js';

/** Everything that is different between two versions of a course, in the order of the course. */
export function changesBetween(from: Compared, to: Compared): PackageChange[] {
  // Digests are of the language that a package opens in: between two languages they say nothing.
  const sameLanguage = from.outline.language === to.outline.language;
  const rules = ruleChanges(from, to);
  // How an assessment is marked is part of its digest, and told as a rule.
  const ruled = new Set(rules.flatMap(({ id }) => id.split('.')[0] ?? []));
  return [
    ...courseChanges(from, to),
    ...listChanges('unit', unitsOf(from), unitsOf(to), sameLanguage),
    ...listChanges('lesson', lessonsOf(from), lessonsOf(to), sameLanguage),
    ...listChanges('assessment', assessmentsOf(from, ruled), assessmentsOf(to, ruled), sameLanguage),
    ...listChanges('item', itemsOf(from), itemsOf(to), sameLanguage),
    ...listChanges('reflection', reflectionsOf(from), reflectionsOf(to), sameLanguage),
    ...rules,
    ...partChanges(from, to),
  ];
}

/** A thing with an id as it is compared. `home`: where it stands. `text`: changes with what it says; `asked`: only with what an answer answers. */
interface Thing { id: string; title: string; home: string; text: string; asked: string }

function listChanges(what: ChangedThing, before: readonly Thing[], after: readonly Thing[], sameLanguage: boolean): PackageChange[] {
  const [was, is] = [new Map(before.map((thing) => [thing.id, thing])), new Map(after.map((thing) => [thing.id, thing]))];
  const moved = what === 'item' || what === 'reflection' ? new Set<string>() : outOfOrder([...was.keys()], [...is.keys()]);
  const say = (change: PackageChange['change'], { id }: Thing, message: string): PackageChange => ({ what, change, id, message });
  const changes = after.flatMap((thing): PackageChange[] => {
    const old = was.get(thing.id);
    const name = nameOf(what, thing);
    if (old === undefined) return [say('added', thing, `${name} was added.`)];
    const found: PackageChange[] = [];
    if (old.home !== thing.home) found.push(say('moved', thing, `${name} stands elsewhere: ${placeOf(thing.home)}, before ${placeOf(old.home)}.`));
    else if (moved.has(thing.id)) found.push(say('moved', thing, `${name} stands at another place in the order.`));
    if (old.asked !== thing.asked) found.push(say('changed', thing, askedMessage(what, name, old, thing)));
    else if (sameLanguage && old.title !== thing.title && what !== 'item') found.push(say('renamed', thing, `${name} was called ${quoted(old.title)}.`));
    else if (sameLanguage && old.text !== thing.text) found.push(say('changed', thing, `${name} ${textMessages[what] ?? 'says something else'}.`));
    return found;
  });
  const gone = before.filter(({ id }) => !is.has(id)).map((thing) => say('gone', thing, `${nameOf(what, thing)} is gone.`));
  return [...changes, ...gone];
}

const textMessages: Partial<Record<ChangedThing, string>> = {
  lesson: 'has another text', unit: 'has another summary or other objectives', item: 'asks the same; its feedback, what to read again or how it is filed changed',
  assessment: 'draws the same questions; how it is said or marked changed',
};

function askedMessage(what: ChangedThing, name: string, old: Thing, thing: Thing): string {
  if (what === 'assessment') return `${name} asks other questions, or has them in other sections.`;
  return old.title === thing.title ? `${name} has another key, other choices or other points.` : `${name} asked ${quoted(old.title)} before.`;
}

const nameOf = (what: ChangedThing, { id, title }: Thing): string => `The ${what} ${quoted(title === '' ? id : title)}`;
const placeOf = (home: string): string => (home === '' ? 'in an assessment' : `in ${quoted(home)}`);

const unitsOf = ({ outline }: Compared): Thing[] => outline.units.map(({ id, title, summaryHtml, objectives }) => ({ id, title, home: '', text: JSON.stringify([summaryHtml, objectives]), asked: '' }));

function lessonsOf({ outline, lessons }: Compared): Thing[] {
  const digests = new Map(lessons.map(({ id, digest }) => [id, digest]));
  return outline.units.flatMap((unit) => unit.lessons.map(({ id, title }) => ({ id, title, home: unit.id, text: digests.get(id) ?? '', asked: '' })));
}

function assessmentsOf({ outline, assessments }: Compared, ruled: ReadonlySet<string>): Thing[] {
  const digests = new Map(assessments.map(({ id, digest }) => [id, digest]));
  return outline.units.flatMap(({ id: home, assessment }) => (assessment === null ? [] : [{ id: assessment.id, title: assessment.title, home, text: ruled.has(assessment.id) ? '' : digests.get(assessment.id) ?? '', asked: assessment.revision ?? '' }]));
}

const itemsOf = ({ items }: Compared): Thing[] => items.map(({ id, text, digest, revision, lessons }) => ({ id, title: text, home: lessons.join(' '), text: digest, asked: revision ?? '' }));

const reflectionsOf = ({ outline }: Compared): Thing[] => outline.units.flatMap((unit) => unit.lessons).flatMap((lesson) => lesson.reflections.map((id) => ({ id, title: id, home: lesson.id, text: '', asked: '' })));

function courseChanges(from: Compared, to: Compared): PackageChange[] {
  const changes: PackageChange[] = [];
  const say = (id: string, message: string, change: PackageChange['change'] = 'changed'): unknown => changes.push({ what: 'course', change, id, message });
  if (from.outline.language === to.outline.language) {
    if (from.outline.title !== to.outline.title) say('title', `The course is called ${quoted(to.outline.title)}, before ${quoted(from.outline.title)}.`, 'renamed');
    if (from.outline.disclaimerHtml !== to.outline.disclaimerHtml) say('disclaimer', 'What learners acknowledge before the first lesson changed.');
    if (from.outline.credits !== to.outline.credits) say('credits', 'The credits changed.');
  }
  if (from.course.version === to.course.version && from.course.hash !== to.course.hash) say('version', `Both are called version ${quoted(to.course.version)}, and they are not the same.`);
  for (const language of to.languages) if (!from.languages.includes(language)) changes.push({ what: 'language', change: 'added', id: language, message: `The course can be read in ${languageName(language)} too.` });
  for (const language of from.languages) if (!to.languages.includes(language)) changes.push({ what: 'language', change: 'gone', id: language, message: `The course can no longer be read in ${languageName(language)}.` });
  if (from.player !== to.player) changes.push({ what: 'player', change: 'changed', id: 'player', message: 'The player is another build.' });
  return changes;
}

function partChanges(from: Compared, to: Compared): PackageChange[] {
  if (from.options.structure !== to.options.structure || from.options.structure === 'single') return [];
  const [was, is] = [new Set(from.parts.map(({ id }) => id)), new Set(to.parts.map(({ id }) => id))];
  return [
    ...to.parts.filter(({ id }) => !was.has(id)).map(({ id, title }): PackageChange => ({ what: 'part', change: 'added', id, message: `The LMS gets one more part to open: ${quoted(title)}.` })),
    ...from.parts.filter(({ id }) => !is.has(id)).map(({ id, title }): PackageChange => ({ what: 'part', change: 'gone', id, message: `The part ${quoted(title)} is no longer there for the LMS to open.` })),
  ];
}

/** In English; the tag itself where it names none. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return quoted(tag);
  }
}
