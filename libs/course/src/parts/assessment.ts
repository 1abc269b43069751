import type { Assessment } from '@preceptor/assessment';
import type { SourceText, Span } from '../files/source-text.js';
import { assessmentSchema } from '../source/assessment.js';
import { checkValue } from '../yaml/check.js';
import { keyOf, PartBuilder, type Part, type PartContext } from './part.js';

export interface AssessmentBody { assessment: Omit<Assessment, 'title'> & { title: string | null }; span: Span; /** of each section, and of each of its draws */ places: Record<string, { section: Span; draws: Span[] }>; /** of each fixed form */ forms: Record<string, Span> }

/** Compiles assessment.yaml. */
export function compileAssessment(source: SourceText, context: PartContext): Part<AssessmentBody> {
  const part = new PartBuilder(source, context);
  const file = part.yaml();
  if (file === null) return part.done<AssessmentBody>(null);
  part.define('assessment', keyOf(file.value, 'id'), file.at(['id']));
  const written = checkValue(assessmentSchema, file, file.value, [], part.list);
  if (written === null) return part.done<AssessmentBody>(null);
  const fields = part.fields(file);
  written.sections.forEach((section, index) => {
    const at = ['sections', index] as const;
    part.define('section', section.id, file.at([...at, 'id']));
    part.mentionAll('item', section.items ?? [], file, [...at, 'items']);
    section.draw?.forEach((draw, position) => {
      part.mention('bank', draw.bank, file.at([...at, 'draw', position, 'bank']));
      if (draw.unit !== undefined) part.mention('unit', draw.unit, file.at([...at, 'draw', position, 'unit']));
    });
    if ((section.items ?? []).length + (section.draw ?? []).length === 0 && written.forms === undefined) {
      part.list.report('empty-assessment', source, file.at([...at, 'id']), `The section "${section.id}" has neither items nor draws.`);
    }
  });
  written.forms?.forEach(({ sections }, index) => sections.forEach(({ items }, position) => part.mentionAll('item', items, file, ['forms', index, 'sections', position, 'items'])));
  const assessment: AssessmentBody['assessment'] = {
    id: written.id,
    title: written.title ?? null,
    introHtml: written.intro === undefined ? '' : fields.html(written.intro, 'intro'),
    purpose: written.purpose,
    sections: written.sections.map((section) => ({
      id: section.id, title: section.title, shuffle: section.shuffle,
      ...(section.items === undefined ? {} : { items: section.items }),
      ...(section.draw === undefined ? {} : { draw: section.draw.map(({ bank, count, level, difficulty, tag, unit }) => ({
        bank, count, ...(level && { level }), ...(difficulty && { difficulty }), ...(tag && { tag }), ...(unit && { unit }),
      })) }),
    })),
    ...(written.forms && { forms: written.forms }),
    passMark: written.passMark ?? null,
    maxAttempts: written.maxAttempts ?? null,
    timeLimitSeconds: written.timeLimitMinutes === undefined ? null : Math.round(written.timeLimitMinutes * 60),
    feedback: written.feedback ?? (written.purpose === 'quiz' ? 'immediate' : 'after-submit'),
    navigation: written.navigation,
  };
  for (const term of fields.terms) part.mention('term', term.id, term.span);
  const places = Object.fromEntries(written.sections.map((section, index) => [section.id, {
    section: file.at(['sections', index, 'id']),
    draws: (section.draw ?? []).map((_, draw) => file.at(['sections', index, 'draw', draw])),
  }]));
  const forms = Object.fromEntries((written.forms ?? []).map((form, index) => [form.id, file.at(['forms', index, 'id'])]));
  return part.done({ assessment, span: file.at(['id']), places, forms });
}
