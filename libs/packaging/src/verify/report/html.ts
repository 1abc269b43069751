import type { ActivityRehearsal } from '../../rehearsal/rehearsal.js';
import type { Finding, Severity, Verification } from '../verification.js';
import { behaviours, standardWords, verdictWords } from './words.js';

const headings: Record<Severity, string> = { error: 'What an LMS would object to', warning: 'What may go wrong', info: 'Good to know' };

/** The whole result as one page without a script or anything from elsewhere: for a person, on paper too. */
export function verificationHtml(verification: Verification): string {
  const { file, zip, findings, package: facts, rehearsal, notPlayed } = verification;
  const title = `Verification of ${file}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="verdict ${verification.verdict}"><strong>${escaped(verdictWords(verification))}</strong></p>
<dl>
${facts === null ? '' : term('Standard', facts.standard === null ? 'unknown' : standardWords[facts.standard]) + term('Title', facts.title) + term('To launch', `${facts.activities.length}`) + term('Files', `${facts.files}, ${facts.bytes.toLocaleString('en')} bytes unzipped`)}
${term('Zip', `${zip.bytes.toLocaleString('en')} bytes`)}
${term('SHA-256', zip.sha256)}
</dl>
${(['error', 'warning', 'info'] as const).map((severity) => section(severity, findings.filter((finding) => finding.severity === severity))).join('')}
<h2>How it played</h2>
${rehearsal === null ? `<p>It was not played. ${escaped(notPlayed ?? '')}</p>` : `<p>${escaped(rehearsal.browser)}, ${rehearsal.seconds} seconds.</p>${rehearsal.activities.map(played).join('')}`}
${facts === null || facts.largest.length === 0 ? '' : `<h2>The largest files</h2>${table('Largest files', ['File', 'Bytes'], facts.largest.map(({ file: path, bytes }) => [path, bytes.toLocaleString('en')]))}`}
</main>
</body>
</html>
`;
}

function section(severity: Severity, findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const items = findings.map(({ code, file, line, column, message, help }) => `<li><p><code>${code}</code> ${file === '' ? '' : `<span class="place">${escaped(line === null ? file : `${file}:${line}:${column ?? 1}`)}</span> `}${escaped(message)}</p><p class="help">${escaped(help)}</p></li>`);
  return `<h2>${headings[severity]} (${findings.length})</h2>\n<ul class="${severity}">\n${items.join('\n')}\n</ul>\n`;
}

function played(activity: ActivityRehearsal): string {
  const calls = activity.calls.map(({ name, element, count, errors }) => [element === null ? name : `${name} ${element}`, `${count}`, `${errors}`]);
  return `<h3>${escaped(activity.title === '' ? activity.id : activity.title)}</h3>
${table('Behaviour', ['What', 'Seen'], behaviours(activity))}
${table('Calls', ['Call', 'Times', 'Errors'], calls)}`;
}

function table(caption: string, heads: string[], rows: string[][]): string {
  if (rows.length === 0) return '';
  return `<div class="wide" role="region" aria-label="${escaped(caption)}" tabindex="0"><table><caption>${escaped(caption)}</caption><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows.map(([first = '', ...rest]) => `<tr><th scope="row">${escaped(first)}</th>${rest.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table></div>`;
}

function term(name: string, value: string): string {
  return `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = 'body{font:1rem/1.5 system-ui,sans-serif;margin:0;color:#1a1a1a;background:#fff}main{max-width:60rem;margin:0 auto;padding:1.5rem}h1{overflow-wrap:anywhere}.verdict{padding:.75rem 1rem;border-left:.4rem solid}.fine{border-color:#17692b;background:#eef7f0}.objections,.refused{border-color:#a31621;background:#fcefef}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}ul{padding:0;list-style:none}li{border-left:.25rem solid #555;padding-left:.75rem;margin:1rem 0}.error li{border-color:#a31621}.warning li{border-color:#8a5a00}li p{margin:0;overflow-wrap:anywhere}.help{color:#444}.place{font-family:ui-monospace,monospace}.wide{overflow-x:auto;margin:1rem 0}table{border-collapse:collapse}caption{text-align:left;font-weight:600}th,td{text-align:left;vertical-align:top;padding:.25rem .75rem;border-bottom:1px solid #bbb;overflow-wrap:anywhere}tbody th{font-weight:400}@media(prefers-color-scheme:dark){body{color:#eee;background:#181818}.fine{background:#16301c}.objections,.refused{background:#3a1719}.help{color:#bbb}}';
