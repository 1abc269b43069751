import type { ContentOf, Feedback, Kind, KeyOf } from '@preceptor/assessment';
import { z } from 'zod';
import type { Fields } from '../../yaml/fields.js';
import type { Path } from '../../yaml/places.js';
import { choiceId, difficulty, id, level, markdown, statementIds } from '../ids.js';

/** What every item has, whatever its kind. */
export const itemFields = {
  id,
  stem: markdown,
  statements: statementIds.meta({ description: 'Statements that the item asks.' }),
  level,
  difficulty,
  lessons: z.array(id).max(100).optional().meta({ description: 'Lessons to read again; left out: those that teach its statements.' }),
  points: z.number().gt(0).max(1000).default(1),
  certainty: z.boolean().default(false).meta({ description: 'Certainty-based marking: the learner also says how sure she is.' }),
  tags: z.array(z.string().min(1).max(64)).max(50).default([]),
};
export const generalFeedback = z.strictObject({ correct: markdown.optional(), incorrect: markdown.optional() }).optional()
  .meta({ description: 'Said besides what each choice says.' });
export const shuffle = (byDefault: boolean) => z.boolean().default(byDefault).meta({ description: 'Choices are shown in a random order.' });
export const scoring = z.enum(['partial', 'all-or-nothing']).default('all-or-nothing');
/** A choice that says nothing but its text. */
export const choice = z.strictObject({ id: choiceId.optional(), text: markdown });
export const choiceWithFeedback = choice.extend({ feedback: markdown.optional() });
export const option = choiceWithFeedback.extend({ correct: z.boolean().default(false) });

/** What a kind adds to an item. `byChoice` is the HTML of each choice's feedback. */
export interface ItemParts<K extends Kind> { content: ContentOf[K]; key: KeyOf[K]; byChoice: Record<string, string> }
/** How one kind of item is written, and what it becomes. A kind whose key cannot be made reports why and returns null. */
export interface SourceKind<K extends Kind, S extends z.ZodType = z.ZodType> {
  kind: K;
  schema: S;
  compile(source: z.output<S>, scope: ItemScope): ItemParts<K> | null;
}
/** Ties the schema and the compile function of a kind together. */
export function sourceKind<K extends Kind, S extends z.ZodType>(definition: SourceKind<K, S>): SourceKind<K, S> {
  return definition;
}

/** The item that is being compiled: its texts, and the way to report about it. Paths begin at the item. */
export class ItemScope {
  constructor(private readonly fields: Fields, private readonly path: Path) {}

  html(text: string, ...path: Path): string { return this.fields.html(text, ...this.path, ...path); }
  inline(text: string, ...path: Path): string { return this.fields.inline(text, ...this.path, ...path); }
  picture(address: string, ...path: Path): ReturnType<Fields['picture']> { return this.fields.picture(address, ...this.path, ...path); }
  report(name: Parameters<Fields['report']>[0], path: Path, message: string, help?: string): void {
    this.fields.report(name, [...this.path, ...path], message, help);
  }

  /** General feedback of an item as HTML. */
  feedback(source: z.output<typeof generalFeedback>): Pick<Feedback, 'correctHtml' | 'incorrectHtml'> {
    return {
      ...(source?.correct === undefined ? {} : { correctHtml: this.html(source.correct, 'feedback', 'correct') }),
      ...(source?.incorrect === undefined ? {} : { incorrectHtml: this.html(source.incorrect, 'feedback', 'incorrect') }),
    };
  }
}
