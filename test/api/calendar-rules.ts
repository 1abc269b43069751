/** A property of a calendar: its parameters by name, and its value with escapes undone. */
export interface Property { name: string; parameters: Record<string, string>; value: string }
export interface Component { name: string; properties: Property[]; components: Component[] }

const escapes = /\\([\\;,nN])|\\(.?)/g;
const texts = ['SUMMARY', 'DESCRIPTION', 'LOCATION', 'TZNAME', 'X-WR-CALNAME', 'NAME'];
/** What RFC 5545 requires of each, and what may be there once. */
const required: Record<string, string[]> = { VCALENDAR: ['PRODID', 'VERSION'], VEVENT: ['UID', 'DTSTAMP', 'DTSTART'], VTIMEZONE: ['TZID'], STANDARD: ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'], DAYLIGHT: ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'] };
const once = ['PRODID', 'VERSION', 'UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'SEQUENCE', 'STATUS', 'CREATED', 'LAST-MODIFIED', 'URL', 'TZID'];
const shapes: [names: string[], shape: RegExp][] = [
  [['DTSTAMP', 'CREATED', 'LAST-MODIFIED'], /^\d{8}T\d{6}Z$/], [['DTSTART', 'DTEND'], /^\d{8}(T\d{6}Z?)?$/], [['SEQUENCE'], /^\d+$/], [['STATUS'], /^(TENTATIVE|CONFIRMED|CANCELLED)$/],
  [['TZOFFSETFROM', 'TZOFFSETTO'], /^[+-]\d{4}$/], [['VERSION'], /^2\.0$/], [['URL'], /^https?:\/\/\S+$/],
];

/** A calendar, held strictly to RFC 5545: throws, naming the section, at the first thing that it doesn't allow. */
export function parseCalendar(text: string): Component & { of(name: string): Component[] } {
  if (/[^\r]\n|\r(?!\n)/.test(text)) throw new Error('3.1: a line does not end with CRLF');
  if (!text.endsWith('\r\n')) throw new Error('3.1: the last line does not end');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    const octets = Buffer.byteLength(line);
    if (octets > 75) throw new Error(`3.1: a line has ${octets} octets: ${line}`);
    if (line.trim() === '') throw new Error('3.1: a line is empty');
    if (Buffer.from(line).toString() !== line || line.includes('\uFFFD')) throw new Error('3.1: a character is cut in two');
  }
  const lines = text.slice(0, -2).replaceAll(/\r\n[ \t]/g, '').split('\r\n').map(property);
  const stack: Component[] = [];
  let whole: Component | null = null;
  for (const one of lines) {
    if (one.name === 'BEGIN') { stack.push({ name: one.value, properties: [], components: [] }); continue; }
    const top = stack.at(-1);
    if (top === undefined) throw new Error('3.4: something stands outside of the calendar');
    if (one.name !== 'END') { top.properties.push(one); continue; }
    if (one.value !== top.name) throw new Error(`3.6: END:${one.value} ends ${top.name}`);
    check(top);
    stack.pop();
    const parent = stack.at(-1);
    if (parent === undefined) whole = top;
    else parent.components.push(top);
  }
  if (whole === null || stack.length > 0 || whole.name !== 'VCALENDAR') throw new Error('3.4: the calendar does not end');
  const found = whole;
  checkZones(found);
  return { ...found, of: (name) => found.components.filter((component) => component.name === name) };
}

export function valueOf(component: Component, name: string): Property {
  const found = component.properties.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${component.name} has no ${name}`);
  return found;
}

/** How far ahead of UTC a zone is, in milliseconds, when its clock shows this (YYYYMMDDTHHMMSS), by the calendar's own VTIMEZONE. */
export function offsetIn(calendar: Component, zone: string, wall: string): number {
  const known = calendar.components.find((component) => component.name === 'VTIMEZONE' && valueOf(component, 'TZID').value === zone);
  const inForce = known?.components.filter((component) => valueOf(component, 'DTSTART').value <= wall).toSorted((a, b) => (valueOf(a, 'DTSTART').value < valueOf(b, 'DTSTART').value ? -1 : 1)).at(-1);
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(inForce === undefined ? '' : valueOf(inForce, 'TZOFFSETTO').value) ?? [];
  if (sign === undefined) throw new Error(`3.6.5: nothing says what ${zone} is at ${wall}`);
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function property(line: string): Property {
  const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/u.exec(line);
  if (match === null) throw new Error(`3.1: this is no content line: ${line}`);
  const [, name = '', parameters = '', raw = ''] = match;
  if ([...raw].some((character) => character < ' ' && character !== '\t')) throw new Error(`3.1: a control character in ${name}`);
  const told = Object.fromEntries([...parameters.matchAll(/;([A-Z0-9-]+)=("[^"]*"|[^";:,]*)/g)].map(([, key = '', value = '']) => [key, value.replaceAll('"', '')]));
  if (!texts.includes(name)) return { name, parameters: told, value: raw };
  if (/(^|[^\\])[;,]/.test(raw.replaceAll('\\\\', ''))) throw new Error(`3.3.11: ${name} holds a comma or semicolon that is not escaped`);
  return { name, parameters: told, value: raw.replaceAll(escapes, (_, good?: string, bad?: string) => {
    if (good === undefined) throw new Error(`3.3.11: ${name} escapes ${bad ?? ''}`);
    return good === 'n' || good === 'N' ? '\n' : good;
  }) };
}

function check({ name, properties }: Component): void {
  for (const wanted of required[name] ?? []) if (!properties.some((one) => one.name === wanted)) throw new Error(`3.6: ${name} lacks ${wanted}`);
  for (const single of once) if (properties.filter((one) => one.name === single).length > 1) throw new Error(`3.6: ${name} has more than one ${single}`);
  for (const { name: called, value, parameters } of properties) {
    for (const [names, shape] of shapes) if (names.includes(called) && !shape.test(value)) throw new Error(`3.3: ${called} is ${value}`);
    if (parameters['VALUE'] === 'DATE' && !/^\d{8}$/.test(value)) throw new Error(`3.3.4: ${called} is ${value}`);
    if (parameters['TZID'] !== undefined && value.endsWith('Z')) throw new Error(`3.3.5: ${called} has a zone and is UTC`);
  }
}

/** Each zone that is named is told, once (3.2.19). */
function checkZones(calendar: Component): void {
  const told = calendar.components.filter(({ name }) => name === 'VTIMEZONE').map((zone) => valueOf(zone, 'TZID').value);
  if (new Set(told).size !== told.length) throw new Error('3.6.5: a zone is told twice');
  const named = calendar.components.flatMap(({ properties }) => properties.flatMap(({ parameters }) => (parameters['TZID'] === undefined ? [] : [parameters['TZID']])));
  for (const zone of named) if (!told.includes(zone)) throw new Error(`3.2.19: ${zone} is nowhere told`);
  const uids = calendar.components.filter(({ name }) => name === 'VEVENT').map((event) => valueOf(event, 'UID').value);
  if (new Set(uids).size !== uids.length) throw new Error('3.8.4.7: two events have the same UID');
}
