import type { Assessment } from '@preceptor/assessment';
import type { PlanRow, StoredForm } from '../assessments.entity.js';

/** The assessment that learners take: its forms name items as courses do. `names`: by the items' ids in their banks. */
export function compiledAssessment(plan: PlanRow, forms: readonly StoredForm[], names: ReadonlyMap<string, string>): Assessment {
  const { name: id, title, intro, purpose, passMark, maxAttempts, timeLimitSeconds, feedback, navigation, blueprint } = plan;
  const used = new Set(forms.flatMap(({ sections }) => sections.filter(({ items }) => items.length > 0).map((section) => section.id)));
  const sections = blueprint.sections.filter((section) => used.has(section.id));
  return {
    id, title, introHtml: paragraphs(intro), purpose, passMark, maxAttempts, timeLimitSeconds, feedback, navigation,
    sections: sections.map((section) => ({ id: section.id, title: section.title, shuffle: section.shuffle })),
    forms: forms.map((form) => ({
      id: form.id,
      sections: sections.map((section) => ({ id: section.id, items: (form.sections.find((own) => own.id === section.id)?.items ?? []).flatMap((item) => names.get(item.id) ?? []) })),
    })),
  };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function paragraphs(text: string): string {
  return text.split(/\n+/).map((line) => line.trim()).filter((line) => line !== '').map((line) => `<p>${line.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)}</p>`).join('');
}
