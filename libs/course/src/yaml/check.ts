import { z } from 'zod';
import { maxPerFile, type Reporter } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import type { Path, Places } from './places.js';

type Issue = z.core.$ZodIssue;

/** Checks the value at `path` of a file against a schema. null: it does not hold to it, and every reason is reported. */
export function checkValue<S extends z.ZodType>(schema: S, file: Places, value: unknown, path: Path, reporter: Reporter): z.output<S> | null {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues.slice(0, maxPerFile + 1)) reportIssue(issue, { schema, file, value, path, reporter });
  return null;
}

interface Context { schema: z.ZodType; file: Places; value: unknown; path: Path; reporter: Reporter }

function reportIssue(issue: Issue, context: Context): void {
  const { file, reporter } = context;
  const inner = issue.path.filter((step): step is string | number => typeof step !== 'symbol');
  const path = [...context.path, ...inner];
  const key = lastKey(path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = knownKeys(context.schema, inner, context.value);
      for (const name of issue.keys.slice(0, maxPerFile + 1)) {
        reporter.report('unknown-key', file.source, file.atKey([...path, name]), `The key "${name}" is not known here.`,
          didYouMean(name, known, known.length === 0 ? 'Remove the key.' : `The keys here are ${listed(known)}.`));
      }
      return;
    }
    case 'invalid_type':
      if (issue.input === undefined && inner.length > 0) {
        reporter.report('missing-key', file.source, file.atMissing(path), `The key "${key}" is missing here.`, `Add ${key}: ${article(issue.expected)}.`);
        return;
      }
      reporter.report('wrong-type', file.source, file.at(path), `${subject(key)} must be ${article(issue.expected)}, not ${described(issue.input)}.`, typeHelp(issue.expected, issue.input));
      return;
    case 'invalid_value': {
      const values = issue.values.map(String);
      if (issue.input === undefined && inner.length > 0) {
        reporter.report('missing-key', file.source, file.atMissing(path), `The key "${key}" is missing here.`, `Add ${key}: one of ${listed(values)}.`);
        return;
      }
      const written = String(issue.input);
      reporter.report('unknown-value', file.source, file.at(path), `${subject(key)} cannot be ${described(issue.input)}.`,
        didYouMean(written, values, `It is one of ${listed(values)}.`));
      return;
    }
    case 'invalid_format':
      reporter.report('malformed-value', file.source, file.at(path), `${subject(key)} must be ${issue.message}.`);
      return;
    case 'too_small':
    case 'too_big':
      reporter.report('out-of-range', file.source, file.at(path), rangeMessage(issue, key));
      return;
    case 'invalid_union': {
      const fewest = [...issue.errors].sort((a, b) => distance(a) - distance(b))[0];
      if (fewest === undefined) break;
      for (const each of fewest) reportIssue({ ...each, path: [...issue.path, ...each.path] }, context);
      return;
    }
    default:
  }
  reporter.report('malformed-value', file.source, file.at(path), `${subject(key)} is not as it should be: ${issue.message}.`);
}

/** How far a value is from one branch of a union: a branch of another type altogether is farthest. */
function distance(issues: Issue[]): number {
  return issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0) ? 1_000 : issues.length;
}

/** The keys of the mapping that the schema wants at `path`; the value decides between the branches of a union. */
function knownKeys(schema: z.ZodType, path: readonly (string | number)[], value: unknown): string[] {
  const shape = objectShape(schema);
  const [step, ...rest] = path;
  if (step === undefined) return shape === null ? [] : Object.keys(shape);
  const below = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined;
  const next = shape !== null ? shape[String(step)] : elementOf(schema);
  return next === undefined || next === null ? [] : knownKeys(next, rest, below);
}

function objectShape(schema: z.ZodType): Record<string, z.ZodType> | null {
  const bare = unwrapped(schema);
  if (bare instanceof z.ZodObject) return bare.shape as Record<string, z.ZodType>;
  if (bare instanceof z.ZodUnion) {
    const shapes = (bare.options as z.ZodType[]).map(objectShape).filter((shape) => shape !== null);
    return shapes.length === 0 ? null : Object.assign({}, ...shapes) as Record<string, z.ZodType>;
  }
  return null;
}

function elementOf(schema: z.ZodType): z.ZodType | null {
  const bare = unwrapped(schema);
  return bare instanceof z.ZodArray ? bare.element as z.ZodType : null;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) return unwrapped(schema.unwrap() as z.ZodType);
  return schema;
}

const typeNames: Record<string, string> = {
  string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a mapping', null: 'nothing',
};

function article(type: string): string {
  return typeNames[type] ?? type;
}

function described(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = String(value);
  const bounded = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return typeof value === 'string' ? `"${bounded}"` : `the ${typeof value === 'number' ? 'number' : 'value'} ${bounded}`;
}

function typeHelp(expected: string, value: unknown): string | undefined {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return `Put it in quotation marks: "${String(value)}".`;
  if (expected === 'boolean' && typeof value === 'string') return 'Write true or false, without quotation marks.';
  if (expected === 'array' && value !== null && typeof value !== 'object') return `Write it as a list: [${String(value).slice(0, 60)}].`;
  return undefined;
}

function rangeMessage(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>, key: string | null): string {
  const least = issue.code === 'too_small';
  const bound = String(least ? issue.minimum : issue.maximum);
  const words = least ? 'at least' : 'at most';
  if (issue.origin === 'string') return bound === '1' && least ? `${subject(key)} must not be empty.` : `${subject(key)} must have ${words} ${bound} characters.`;
  if (issue.origin === 'array') return `${subject(key)} must have ${words} ${bound} ${bound === '1' ? 'entry' : 'entries'}.`;
  return issue.inclusive === false ? `${subject(key)} must be ${least ? 'more' : 'less'} than ${bound}.` : `${subject(key)} must be ${words} ${bound}.`;
}

function lastKey(path: Path): string | null {
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const step = path[index];
    if (typeof step === 'string') return step;
  }
  return null;
}

function subject(key: string | null): string {
  return key === null ? 'The value' : `"${key}"`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
