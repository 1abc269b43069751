import type { FindingList, Place } from '../findings/finding-list.js';
import { Lines } from '../markup/lines.js';
import { tagsOf, type Tag } from '../markup/tags.js';
import { checkAddress } from './address.js';
import { checkStyle } from './css.js';
import type { Scripts } from './scripts.js';

/** Attributes by which an element loads something at once; a link that a learner may follow is none. */
const loading: Record<string, string[]> = {
  script: ['src'], img: ['src', 'srcset'], iframe: ['src'], frame: ['src'], audio: ['src'], video: ['src', 'poster'], source: ['src', 'srcset'], track: ['src'], embed: ['src'], object: ['data'], input: ['src'], form: ['action'],
};
const scriptTypes = /^$|^module$|javascript|ecmascript/i;
/** Links that load; `canonical`, `alternate` and the like do not. */
const loadingLinks = /stylesheet|icon|preload|modulepreload|manifest/i;

/** What a page lacks, what it loads from elsewhere, and the scripts that stand in it. */
export function checkHtml(text: string, file: string, scripts: Scripts, findings: FindingList): void {
  const lines = new Lines(text);
  let root: Tag | null = null;
  let titled = false;
  let viewport = false;
  let framed = false;
  let shown = false;
  for (const tag of tagsOf(text, { html: true })) {
    if (tag.kind === 'close') continue;
    const value = (name: string): string => tag.attributes.find((each) => each.name === name)?.value ?? '';
    if (tag.name === 'html') root ??= tag;
    if (tag.name === 'title' && (tag.raw ?? '').trim() !== '') titled = true;
    if (tag.name === 'meta' && value('name').toLowerCase() === 'viewport') viewport = true;
    if (tag.name === 'frameset') framed = true;
    if (tag.name === 'body') shown = true;
    checkTag(tag, value, file, lines, scripts, findings);
  }
  // A fragment that a script puts into a page is no page.
  if (root === null && !shown && !titled) return;
  const place = root === null ? { line: 1, column: 1 } : lines.placeOf(root.offset);
  const said = (name: string): boolean => root?.attributes.some((each) => each.name === name && each.value.trim() !== '') ?? false;
  if (!said('lang') && !said('xml:lang')) findings.add('lang-missing', file, place, `${file} does not say its language.`);
  if (!titled) findings.add('title-missing', file, place, `${file} has no title.`);
  if (!viewport && !framed) findings.add('viewport-missing', file, place, `${file} has no viewport.`);
}

function checkTag(tag: Tag, value: (name: string) => string, file: string, lines: Lines, scripts: Scripts, findings: FindingList): void {
  for (const attribute of tag.attributes) {
    const place = (): Place => lines.placeOf(attribute.valueOffset);
    const text = attribute.value.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
    if (loading[tag.name]?.includes(attribute.name) || (tag.name === 'link' && attribute.name === 'href' && loadingLinks.test(value('rel')))) checkAddress(text, file, place(), findings);
    if (attribute.name === 'style') checkStyle(text, file, place, findings);
    if (/^on[a-z]+$/.test(attribute.name)) scripts.addHandler(text, attribute.name.slice(2), file, place());
    if (attribute.name === 'href' && /^\s*javascript:/i.test(text)) scripts.addHandler(text.replace(/^\s*javascript:/i, ''), 'click', file, place());
  }
  const at = (offset: number): Place => lines.placeOf(tag.end + offset);
  if (tag.name === 'style' && tag.raw !== null) checkStyle(tag.raw, file, at, findings);
  if (tag.name === 'script' && tag.raw !== null && tag.raw.trim() !== '' && scriptTypes.test(value('type'))) scripts.add(tag.raw.replace(/^\s*<!--/, (mark) => mark.replace('<!--', '//  ')), file, at);
}
