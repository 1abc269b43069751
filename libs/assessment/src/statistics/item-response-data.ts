import type { SampledAttempt } from './attempt-sample.js';

/** Attempts that showed the same items; their answers differ. */
export interface FormGroup {
  /** places of its items among those calibrated, ascending */
  items: Uint32Array;
  patterns: Pattern[];
}

/** One pattern of answers and how many attempts had it. `right[at]` belongs to `items[at]` of its form. */
export interface Pattern { right: Uint8Array; weight: number }

/** Sorts attempts by the items they showed and counts equal patterns; items that `place` does not know are left out. */
export function groupAttempts(attempts: readonly SampledAttempt[], place: ReadonlyMap<number, number>): FormGroup[] {
  const forms = new Map<string, { form: FormGroup; patterns: Map<string, Pattern> }>();
  for (const { items, right } of attempts) {
    const shown: { at: number; right: number }[] = [];
    items.forEach((item, at) => {
      const known = place.get(item);
      if (known !== undefined) shown.push({ at: known, right: right[at] ?? 0 });
    });
    if (shown.length === 0) continue;
    shown.sort((a, b) => a.at - b.at);
    const key = shown.map(({ at }) => at).join();
    let group = forms.get(key);
    if (group === undefined) {
      group = { form: { items: Uint32Array.from(shown, ({ at }) => at), patterns: [] }, patterns: new Map() };
      forms.set(key, group);
    }
    const answers = shown.map((one) => one.right).join('');
    const pattern = group.patterns.get(answers);
    if (pattern !== undefined) {
      pattern.weight += 1;
      continue;
    }
    const first = { right: Uint8Array.from(shown, (one) => one.right), weight: 1 };
    group.patterns.set(answers, first);
    group.form.patterns.push(first);
  }
  return [...forms.values()].map(({ form }) => form);
}
