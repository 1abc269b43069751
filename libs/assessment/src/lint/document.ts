import type { Item } from '../item.js';
import { plainText } from '../plain-text.js';
import { type LintCode, lintCodes } from './code.js';
import { examples } from './examples.js';
import { lintRules } from './registry.js';
import type { LintRule } from './rule.js';

/** docs/item-lint.md: every rule with its source and an item before and after, made from the registry. */
export function itemLintMarkdown(): string {
  return `${[head, ...lintCodes.map(section)].join('\n\n')}\n`;
}

const head = `# Item lint: what is said of an item while it is written

Generated from \`libs/assessment/src/lint/\`; \`npm run generate\` writes it anew. A code keeps its meaning for ever.

\`lintItem(item, context)\` looks at one item, \`lintBank(items, context)\` at a bank: each item alone, and items beside each other. Both
run in a browser (\`@preceptor/assessment/lint\`), take any of the twelve kinds, half-written ones too, and give findings: a code, a
severity (a *flaw* gives the key away or hinders an honest answer; *advice* asks for a second look), the place by names and ids
(\`stem\`, \`options.b\`, \`gaps.g1\`), a sentence, what to do, and the published rules. Rules marked *English* know English words and
are skipped, and listed as skipped, where the context's language is another.

A finding that is meant to stand is waived: \`{ item, code, path?, reason }\` in the context's \`waivers\`. A waiver without a reason
does not count; what was waived is reported with its reason, and waivers that had nothing to waive are reported too.

What it can't see: whether the key is right, whether a sober distractor is ever chosen, whether the matter is worth asking. A
colleague's review sees the first and the last, statistics the second.

How good it is: \`libs/assessment/src/lint/labelled/\` holds more than 200 items, half of them flawed, with the flaws that their
author put in or found. 105 of them were written before the rules and kept out of making them: on first sight of these, 94 % of what was
found was so, and 97 % of what was so was found. A test prints both for each rule and fails under 90 % and 85 %. But all these items come
from one author, who knew the list of rules, and most are short. On the 114 longer items of the first course, which were written to the same
guidance, only half of the first 25 findings were right; the rules were mended by what that showed, and the 12 findings that are left
are right. On items from elsewhere expect to waive some.`;

function section(code: LintCode): string {
  const rule: LintRule = lintRules[code];
  const { flawed, mended } = examples[code];
  return [
    `## ${code}: ${rule.title}`,
    `*${rule.severity === 'flaw' ? 'Flaw' : 'Advice'}${rule.english ? ', English' : ''}${'checkBank' in rule ? ', over a bank' : ''}.* ${rule.why}`,
    `**Rests on:** ${rule.rules.join('; ')}.`,
    `**Mend it:** ${rule.mend}`,
    ['```text', ...flawed.flatMap(({ item }) => shown(item)), '```'].join('\n'),
    'Mended:',
    ['```text', ...mended.flatMap(({ item }) => shown(item)), '```'].join('\n'),
  ].join('\n\n');
}

/** An item in lines of plain text; `*` stands before what is right. */
function shown(item: Item): string[] {
  const stem = plainText(item.stemHtml.replace(/<strong>(.*?)<\/strong>/g, '**$1**'));
  const about = [...(item.statements.length === 0 ? ['   (asks no statement)'] : []), ...(Object.keys(item.feedback).length === 0 ? ['   (no feedback)'] : [])];
  switch (item.kind) {
    case 'single-choice': return [stem, ...item.content.options.map(({ id, html }) => ` ${id === item.key.correct ? '*' : ' '} ${html}`), ...about];
    case 'true-false': return [`${stem} (${item.key.correct ? 'true' : 'false'})`];
    case 'matching': return [stem, ...item.content.premises.map(({ id, html }) => `   ${html} - ${item.content.targets.find((target) => target.id === item.key.pairs[id])?.html ?? ''}`), ...item.content.targets.filter(({ id }) => !Object.values(item.key.pairs).includes(id)).map(({ html }) => `   (left over) - ${html}`)];
    case 'cloze': return [stem, `   ${item.content.textHtml.replace(/<span data-gap="(\w+)"><\/span>/g, (_, gap: string) => `[${item.content.gaps.find(({ id }) => id === gap)?.options.map(({ id, html }) => (id === item.key.gaps[gap] ? `*${html}` : html)).join(' | ') ?? ''}]`)}`];
    case 'long-text': return [stem, ...item.key.rubric.flatMap(({ title, levels }) => [`   ${title}: ${levels.map(({ points, description }) => `${points} ${description}`).join('; ')}`])];
    default: return [stem];
  }
}
