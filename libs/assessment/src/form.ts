import { arrangement } from './arrangement.js';
import { blueprintOf, fill, itemOf, type Banks, type BlueprintProblem, type ItemsById } from './blueprint.js';
import { formFor, sectionsOfForm } from './fixed-forms.js';
import type { Assessment, Form } from './item.js';
import { randomFrom } from './random.js';

/** A form, or why none can be drawn. */
export type DrawnForm = { form: Form; problems: [] } | { form: null; problems: BlueprintProblem[] };

/**
 * The form that `seed` gives: each section's items, those of one of the assessment's fixed forms or else drawn by its
 * blueprint, shuffled if the section is, and the order of each item's choices. The same seed gives the same form on any platform, whether the banks come whole or as ids,
 * and in whatever order they list their items. No item stands twice.
 */
export function drawForm(written: Assessment, banks: Banks, itemsById: ItemsById, seed: string): DrawnForm {
  const fixed = written.forms?.find(({ id }) => id === formFor(written.forms, seed));
  const assessment = fixed === undefined ? written : { ...written, sections: sectionsOfForm(written, fixed) };
  const blueprint = blueprintOf(assessment, banks, itemsById);
  const { drawn, problems } = fill(blueprint, randomFrom(`${seed}/draw`).shuffle);
  if (problems.length > 0) return { form: null, problems };

  const sections = assessment.sections.map((section) => {
    const ofSection = drawn.filter((_, index) => blueprint.requests[index]?.section === section.id).flat();
    const items = [...(section.items ?? []), ...ofSection];
    return { id: section.id, title: section.title, items: section.shuffle ? randomFrom(`${seed}/section/${section.id}`).shuffle(items) : items };
  });
  const order = sections.flatMap((section) => section.items).flatMap((id): [string, string[]][] => {
    const item = itemOf(itemsById, id);
    const arranged = item === undefined ? [] : arrangement(item, seed);
    return arranged.length > 0 ? [[id, arranged]] : [];
  });
  return { form: { assessment: assessment.id, seed, ...(fixed && { fixed: fixed.id }), sections, order: Object.fromEntries(order) }, problems: [] };
}

/** The order of an item's choices in this form, for `viewOf`; undefined where it has none to arrange. */
export function orderOf(form: Form, itemId: string): string[] | undefined {
  return Object.hasOwn(form.order, itemId) ? form.order[itemId] : undefined;
}
