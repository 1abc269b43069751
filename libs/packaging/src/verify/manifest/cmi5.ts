import type { XmlElement } from '../markup/xml.js';
import type { Activity } from '../verification.js';
import { attributeOf, childOf, childrenOf, withinOf } from './model.js';
import { targetOf } from './paths.js';
import type { Known, Told } from './told.js';

const moveOns = ['Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed', 'NotApplicable'];

/** What is wrong with a cmi5 course structure beyond its schema (cmi5 13), and what it says. */
export function checkCmi5(root: XmlElement, known: Known): Told {
  const { archive, file, findings } = known;
  const course = childOf(root, 'course');
  const objectives = new Set(childrenOf(childOf(root, 'objectives'), 'objective').map((element) => attributeOf(element, 'id') ?? ''));
  const ids = new Set<string>();
  const activities: Activity[] = [];
  for (const element of withinOf(root)) {
    const within = element.parent?.name === 'objectives';
    if (['course', 'block', 'au'].includes(element.name)) checkId(element, ids, known);
    if (element.name === 'objective' && (!within || element.parent?.parent !== root)) {
      const idref = element.attributes.find(({ name }) => name === 'idref');
      if (idref !== undefined && !objectives.has(idref.value)) findings.add('cmi5-objective', file, idref.place, `The objective ${JSON.stringify(idref.value)} is not defined.`);
    }
    if (element.name === 'au') activities.push(...checkAu(element, known));
  }
  if (activities.length === 0 && ![...withinOf(root)].some(({ name }) => name === 'au')) findings.add('organization-empty', file, root.place, 'The course has no AU, so there is nothing to launch.');
  return {
    identifier: course === null ? '' : attributeOf(course, 'id') ?? '',
    title: course === null ? '' : langText(course),
    activities,
    listed: null,
    launched: new Set(activities.map(({ href }) => href.replace(/[?#].*$/s, '')).filter((path) => archive.has(path))),
  };
}

function checkId(element: XmlElement, ids: Set<string>, { file, findings }: Known): void {
  const id = attributeOf(element, 'id') ?? '';
  if (!/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(id)) findings.add('cmi5-id', file, element.place, `The id ${JSON.stringify(id)} of <${element.name}> is no IRI.`);
  else if (ids.has(id)) findings.add('cmi5-id', file, element.place, `The id ${JSON.stringify(id)} is used twice.`);
  ids.add(id);
}

function checkAu(element: XmlElement, { archive, file, findings }: Known): Activity[] {
  const attribute = (name: string): { value: string; place: XmlElement['place'] } | undefined => element.attributes.find((each) => each.name === name);
  const mastery = attribute('masteryScore');
  if (mastery !== undefined && !(mastery.value !== '' && Number(mastery.value) >= 0 && Number(mastery.value) <= 1)) findings.add('cmi5-mastery', file, mastery.place, `The masteryScore is ${JSON.stringify(mastery.value)}.`);
  const moveOn = attribute('moveOn');
  if (moveOn !== undefined && !moveOns.includes(moveOn.value)) findings.add('cmi5-move-on', file, moveOn.place, `The moveOn is ${JSON.stringify(moveOn.value)}.`);
  if (moveOn !== undefined && ['Passed', 'CompletedAndPassed'].includes(moveOn.value) && mastery === undefined) findings.add('cmi5-pass-without-mark', file, moveOn.place, `The moveOn is ${moveOn.value}, but there is no masteryScore.`);
  const method = attribute('launchMethod');
  if (method !== undefined && !['AnyWindow', 'OwnWindow'].includes(method.value)) findings.add('cmi5-launch-method', file, method.place, `The launchMethod is ${JSON.stringify(method.value)}.`);
  const url = childOf(element, 'url');
  const href = url?.text.trim() ?? '';
  const place = (url ?? element).place;
  const activity = (to: string): Activity[] => [{ id: attribute('id')?.value ?? '', title: langText(element), href: to, kind: 'au' }];
  if (href === '') {
    findings.add('cmi5-url', file, place, 'The AU has no url.');
    return [];
  }
  const target = targetOf('', href, (path) => archive.has(path));
  if (target.kind === 'elsewhere') {
    findings.add('cmi5-elsewhere', file, place, `The AU is ${target.address}.`);
    return [];
  }
  if (target.kind === 'file' && archive.has(target.path)) return activity(target.path + target.query);
  findings.add('cmi5-url', file, place, target.kind === 'file' ? `${JSON.stringify(target.path)} is not in the zip.` : `The url ${JSON.stringify(href)} ${target.why}.`);
  return [];
}

function langText(element: XmlElement): string {
  return (childOf(childOf(element, 'title'), 'langstring')?.text ?? '').trim();
}
