import type { FindingName } from '../findings/registry.js';
import { changed, cmi5, page, scorm12, scorm2004, type Files } from './foreign.js';
import { zipOf, type ZipEntry } from './zip.js';

/** What makes a finding appear, and where: `file:line`, `file`, or '' for the package. */
export interface Provocation { zip: Buffer; at: string }

const manifest = 'imsmanifest.xml';
const entriesOf = (files: Files): ZipEntry[] => Object.entries(files).map(([name, data]) => ({ name, data }));
const files = (all: Files, at: string): Provocation => ({ zip: zipOf(entriesOf(all)), at });
const with12 = (...more: ZipEntry[]): Buffer => zipOf([...entriesOf(scorm12), ...more]);
const in12 = (from: string, to: string, line: number): Provocation => files(changed(scorm12, manifest, from, to), `${manifest}:${line}`);
const in2004 = (from: string, to: string, line: number): Provocation => files(changed(scorm2004, manifest, from, to), `${manifest}:${line}`);
const inCmi5 = (from: string, to: string, line: number): Provocation => files(changed(cmi5, 'cmi5.xml', from, to), `cmi5.xml:${line}`);
const xml = (text: string | Buffer, at: string): Provocation => ({ zip: zipOf([{ name: manifest, data: text }]), at });
const script = (code: string): Provocation => files({ ...scorm12, 'course.js': `${scorm12['course.js']}${code}\n` }, 'course.js:2');
const html = (from: string, to: string): Provocation => files(changed(scorm12, 'index.html', from, to), 'index.html:1');
const sequencing = (text: string): Provocation => in2004('<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>', text, 12);
const bigZeros = Buffer.alloc(12_000_000);

/** For every finding that needs no browser, the least package that provokes it. */
export const provocations: Partial<Record<FindingName, Provocation>> = {
  'not-a-zip': { zip: Buffer.from('<!doctype html><title>Sign in</title>'), at: '' },
  'zip-broken': { zip: with12().subarray(0, 900), at: '' },
  'entry-name-unsafe': { zip: with12({ name: '../../evil.html', data: 'x' }), at: '../../evil.html' },
  'entry-special': { zip: with12({ name: 'link', data: '/etc/passwd', mode: 0o120777 }), at: 'link' },
  'entry-twice': { zip: with12({ name: 'index.html', data: 'other' }), at: 'index.html' },
  'entry-encrypted': { zip: with12({ name: 'secret.html', data: 'x'.repeat(13), claims: 1, flags: 0x801 }), at: 'secret.html' },
  'entries-overlap': { zip: with12({ name: 'twin.html', data: page, at: 1 }), at: 'twin.html' },
  'too-many-entries': { zip: zipOf(Array.from({ length: 20_001 }, (_, index) => ({ name: `f${index}`, data: '' }))), at: '' },
  'zip-bomb': { zip: with12({ name: 'zeros.bin', data: bigZeros, deflate: true }), at: 'zeros.bin' },
  'entry-unreadable': { zip: with12({ name: 'odd.bin', data: 'abc', crc: 1 }), at: 'odd.bin' },
  'manifest-missing': { zip: zipOf([{ name: 'index.html', data: page }]), at: '' },
  'manifest-in-folder': { zip: zipOf(entriesOf(scorm12).map((entry) => ({ ...entry, name: `knots/${entry.name}` }))), at: `knots/${manifest}` },
  'manifest-case': { zip: zipOf([{ name: 'IMSManifest.xml', data: scorm12[manifest] ?? '' }]), at: 'IMSManifest.xml' },
  'two-manifests': { zip: with12({ name: `old/${manifest}`, data: '<manifest/>' }), at: `old/${manifest}` },
  'xml-encoding': xml(Buffer.from('<?xml version="1.0"?><manifest/>', 'utf16le'), `${manifest}:1`),
  'xml-doctype': xml('<?xml version="1.0"?>\n<!DOCTYPE manifest [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<manifest>&x;</manifest>', `${manifest}:2`),
  'xml-too-large': xml(`<manifest ${Array.from({ length: 300 }, (_, index) => `a${index}="x"`).join(' ')}/>`, `${manifest}:1`),
  'xml-malformed': xml('<manifest>\n<title>Salt & pepper</title></manifest>', `${manifest}:2`),

  'standard-unknown': xml('<manifest xmlns="urn:other"/>', `${manifest}:1`),
  'schema-invalid': in12('<file href="course.js"/>', '<fille href="course.js"/>', 17),
  'schemaversion-missing': in12('    <schemaversion>1.2</schemaversion>\n', '', 2),
  'schemaversion-unknown': in12('>1.2<', '>1.2.0<', 5),
  'schemaversion-contradicts': in12('>1.2<', '>2004 4th Edition<', 5),
  'identifier-twice': in12('item identifier="reef"', 'item identifier="bowline"', 11),
  'identifierref-dangling': in12('identifier="bowline" identifierref="r1"', 'identifier="bowline" identifierref="R1"', 10),
  'dependency-dangling': in12('<dependency identifierref="r2"/>', '<dependency identifierref="r3"/>', 18),
  'default-organization': in12('default="org"', 'default="organisation"', 7),
  'organization-empty': files({ ...scorm12, [manifest]: (scorm12[manifest] ?? '').replace(/ *<item .*\n/g, '') }, `${manifest}:8`),
  'item-empty': in12('identifier="bowline" identifierref="r1"', 'identifier="bowline"', 10),
  'cluster-resource': in2004('<item identifier="ends">', '<item identifier="ends" identifierref="r1">', 10),
  'scormtype-missing': in12(' adlcp:scormtype="sco"', '', 15),
  'scormtype-written': in12('adlcp:scormtype="sco"', 'adlcp:scormtype="SCO"', 15),
  'launch-missing': in12(' href="index.html">', '>', 15),
  'launch-external': in12(' href="index.html">', ' href="https://example.org/index.html">', 15),
  'item-untitled': in12('<title>Bowline</title>', '<title> </title>', 10),
  'vendor-extension': in12('<title>Bowline</title>', '<title>Bowline</title><tool:made xmlns:tool="urn:tool"/>', 10),

  'file-missing': in12('<file href="course.js"/>', '<file href="cuorse.js"/>', 17),
  'file-case': in12('<file href="course.js"/>', '<file href="Course.js"/>', 17),
  'path-unusable': in12('<file href="course.js"/>', '<file href="/course.js"/>', 17),
  'file-unlisted': { zip: with12({ name: 'notes.txt', data: 'x' }), at: 'notes.txt' },
  'name-awkward': { zip: with12({ name: 'My notes.txt', data: 'x' }), at: 'My notes.txt' },
  'name-long': { zip: with12({ name: `${'long/'.repeat(40)}notes.txt`, data: 'x' }), at: `${'long/'.repeat(40)}notes.txt` },
  'names-alike': { zip: with12({ name: 'Style.css', data: 'x' }), at: 'Style.css' },
  'file-heavy': { zip: with12({ name: 'big.png', data: bigZeros.subarray(0, 3_000_000) }), at: 'big.png' },
  'media-uncompressed': { zip: with12({ name: 'talk.wav', data: bigZeros.subarray(0, 200_000) }), at: 'talk.wav' },
  'file-stray': { zip: with12({ name: '__MACOSX/._index.html', data: 'x' }), at: '__MACOSX/._index.html' },
  'file-flash': { zip: with12({ name: 'story.swf', data: 'FWS' }), at: 'story.swf' },

  'objective-undefined': sequencing('<imsss:sequencing><imsss:controlMode flow="true"/><imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions><imsss:ruleCondition referencedObjective="none" condition="satisfied"/></imsss:ruleConditions><imsss:ruleAction action="skip"/></imsss:preConditionRule></imsss:sequencingRules></imsss:sequencing>'),
  'rollup-misused': sequencing('<imsss:sequencing><imsss:controlMode flow="true"/><imsss:rollupRules><imsss:rollupRule childActivitySet="atLeastCount"><imsss:rollupConditions><imsss:rollupCondition condition="completed"/></imsss:rollupConditions><imsss:rollupAction action="completed"/></imsss:rollupRule></imsss:rollupRules></imsss:sequencing>'),
  'limit-misused': sequencing('<imsss:sequencing><imsss:controlMode flow="true"/><imsss:limitConditions attemptLimit="0"/></imsss:sequencing>'),
  'prerequisite-unknown': in12('>bowline</adlcp', '>bowline&amp;sheet</adlcp', 11),
  'mastery-range': in12('<adlcp:masteryscore>80<', '<adlcp:masteryscore>80%<', 11),
  'measure-range': sequencing('<imsss:sequencing><imsss:controlMode flow="true"/><imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true" objectiveID="o"><imsss:minNormalizedMeasure>80</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing>'),
  'collection-dangling': sequencing('<imsss:sequencing IDRef="none"><imsss:controlMode flow="true"/></imsss:sequencing>'),
  'nothing-reachable': sequencing('<imsss:sequencing><imsss:controlMode choice="false" flow="false"/></imsss:sequencing>'),
  'timelimit-action': in12('<adlcp:masteryscore>', '<adlcp:timelimitaction>stop</adlcp:timelimitaction><adlcp:masteryscore>', 11),

  'external-load': html('src="course.js"', 'src="https://cdn.example/course.js"'),
  'mixed-content': files({ ...scorm12, 'style.css': 'body {\n  background: url(http://example.org/a.png) }' }, 'style.css:2'),
  'unload-only': files({ ...changed(scorm12, 'index.html', '<body>', '<body onunload="quit()">'), 'course.js': "var api = window.parent.API;\napi.LMSInitialize('');\nfunction done() { api.LMSCommit(''); }\nfunction quit() { done(); api.LMSFinish(''); }\n" }, 'index.html:1'),
  'eval-used': script("eval('1');"),
  'document-write': script("document.write('x');"),
  'dialog-used': script("alert('Well done');"),
  'viewport-missing': html('<meta name="viewport" content="width=device-width">', ''),
  'lang-missing': html(' lang="en"', ''),
  'title-missing': html('<title>Knots</title>', ''),
  'script-unreadable': script('function ('),
  'api-unused': files({ ...scorm12, 'course.js': 'var x = 1;' }, ''),
  'api-edition': files({ ...scorm12, 'course.js': scorm2004['course.js'] ?? '' }, ''),
  'suspend-data-risk': script("api.LMSSetValue('cmi.suspend_data', JSON.stringify({}));"),

  'cmi5-id': inCmi5('au id="https://example.org/knots/1"', 'au id="au 1"', 5),
  'cmi5-url': inCmi5('<url>index.html', '<url>start.html', 5),
  'cmi5-mastery': inCmi5('masteryScore="0.8"', 'masteryScore="80"', 5),
  'cmi5-move-on': inCmi5('moveOn="Passed"', 'moveOn="passed"', 5),
  'cmi5-pass-without-mark': inCmi5(' masteryScore="0.8"', '', 5),
  'cmi5-elsewhere': inCmi5('<url>index.html', '<url>https://example.org/au', 5),
  'cmi5-launch-method': inCmi5('launchMethod="AnyWindow"', 'launchMethod="Frame"', 5),
  'cmi5-objective': inCmi5('objective idref="https://example.org/knots/o1"', 'objective idref="https://example.org/knots/o2"', 5),
};
