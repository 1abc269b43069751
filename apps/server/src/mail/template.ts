import type { MailTemplate, MailVariable } from './kinds/kind.js';

/** A word in braces that the kind does not have, or a brace that is not closed; counted from 1. */
export interface TemplateFault { field: 'subject' | 'text'; line: number; column: number; says: string }
export const longestSubject = 200;
export const longestText = 10_000;
/** No name or title needs more; what is longer is cut. */
const longestValue = 500;
const part = /\{\{|\}\}|\{([^{}\n]*)\}|\{|\}/g;

/** Everything that keeps a template from being used. `{{` and `}}` stand for braces. */
export function templateFaults(template: MailTemplate, variables: Record<string, MailVariable>): TemplateFault[] {
  const faults = (['subject', 'text'] as const).flatMap((field) => faultsOf(field, template[field], variables));
  if (template.subject.trim() === '') faults.push({ field: 'subject', line: 1, column: 1, says: 'A mail needs a subject.' });
  if (/[\r\n]/.test(template.subject)) faults.push({ field: 'subject', line: 1, column: 1, says: 'A subject is one line.' });
  if (template.text.trim() === '') faults.push({ field: 'text', line: 1, column: 1, says: 'A mail needs a text.' });
  return faults;
}

function faultsOf(field: TemplateFault['field'], words: string, variables: Record<string, MailVariable>): TemplateFault[] {
  return [...words.matchAll(part)].flatMap(({ 0: whole, 1: name, index }) => {
    if (whole === '{{' || whole === '}}' || (name !== undefined && Object.hasOwn(variables, name.trim()))) return [];
    const before = words.slice(0, index).split('\n');
    const says = name === undefined
      ? `A single "${whole}" stands alone: write "${whole}${whole}" for a brace.`
      : `There is no {${name}} here. There are ${Object.keys(variables).map((known) => `{${known}}`).join(', ')}.`;
    return [{ field, line: before.length, column: (before.at(-1) ?? '').length + 1, says }];
  });
}

/** A template without faults, filled. A value is a piece of one line, whatever it holds: it can begin no paragraph and no header. */
export function fillTemplate(template: MailTemplate, data: Record<string, string>): MailTemplate {
  const filled = (words: string) => words.replaceAll(part, (whole, name: string | undefined) => {
    if (whole === '{{') return '{';
    if (whole === '}}') return '}';
    return name === undefined ? whole : oneLine(data[name.trim()] ?? '');
  });
  return { subject: filled(template.subject), text: filled(template.text) };
}

/** Without line breaks, control characters and marks that turn the direction of what follows. */
export const oneLine = (value: string): string => value.replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim().slice(0, longestValue);
