import type { Assessment } from '@preceptor/assessment';
import { Document } from 'yaml';

/** An assessment as an `assessment.yaml` of a course source. `intro`: Markdown; what it is compiled to can't be taken back. */
export function writeAssessment({ id, title, purpose, passMark, maxAttempts, timeLimitSeconds, feedback, navigation, sections, forms }: Omit<Assessment, 'introHtml'>, intro: string): string {
  const document = new Document({
    id, title, ...(intro.trim() === '' ? {} : { intro }), purpose, ...(passMark === null ? {} : { passMark }), ...(maxAttempts === null ? {} : { maxAttempts }),
    ...(timeLimitSeconds === null ? {} : { timeLimitMinutes: timeLimitSeconds / 60 }), feedback, navigation,
    sections: sections.map((section) => ({ id: section.id, title: section.title, shuffle: section.shuffle, ...(section.items && { items: section.items }), ...(section.draw && { draw: section.draw }) })),
    ...(forms && { forms: forms.map((form) => ({ id: form.id, sections: form.sections })) }),
  });
  return document.toString({ lineWidth: 120, doubleQuotedAsJSON: true });
}
