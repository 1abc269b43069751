import type { FormsFragment } from '../generated/graphql.js';
import { timesUsed, type Place } from './formChanges.js';
import { formName, share, type UnitTitles } from './words.js';

type Form = FormsFragment['forms'][number];
interface Props {
  form: Form;
  all: readonly Form[];
  units: UnitTitles;
  writes: boolean;
  swap: (place: Place, item: string) => void;
  add: (place: Place) => void;
  lock: (place: Place, item: string, locked: boolean) => void;
  remove: (place: Place, item: string) => void;
}

/** One form: its questions by section, with what can be done to each. */
export function FormColumn({ form, all, units, writes, swap, add, lock, remove }: Props) {
  const times = timesUsed(all);
  return (
    <section aria-labelledby={`form-${form.id}`} className="form-column">
      <h3 id={`form-${form.id}`}>{formName(form.id)}</h3>
      {form.sections.map(({ id, title, wanted, items }) => {
        const place = { form: form.id, section: id };
        return (
          <div key={id} className="stack tight">
            <p className="small quiet">{title}: {items.length}{items.length === wanted ? '' : ` of ${wanted}`}</p>
            <ol>
              {items.map(({ item, locked }) => (
                <li key={item.id}>
                  <p className="clamped" title={item.stem}>{item.stem}</p>
                  <p className="small quiet">{item.level}, {item.difficulty} · <span title={item.measured ? 'from answers' : 'by its label'}>{item.measured ? '' : '≈ '}{share(item.expected)}</span>{item.unit !== null && form.sections.length < 2 && units.size > 1 ? ` · ${units.get(item.unit) ?? item.unit}` : ''}
                    {(times.get(item.id) ?? 0) > 1 && ` · in ${times.get(item.id)} of the forms`}{item.uses > (times.get(item.id) ?? 0) && ` · used ${item.uses - (times.get(item.id) ?? 0)} × elsewhere`}</p>
                  {item.retired && <p className="small sign bad" data-sign="✕">Retired: put another in its place</p>}
                  {writes && (
                    <p className="small row tools">
                      <button type="button" className="link" onClick={() => swap(place, item.id)}>Swap<span className="unseen"> {item.name} of {formName(form.id)}</span></button>
                      <button type="button" className="link" aria-pressed={locked} onClick={() => lock(place, item.id, !locked)}>{locked ? '🔒 Locked' : 'Lock'}<span className="unseen"> {item.name} of {formName(form.id)}</span></button>
                      <button type="button" className="link" onClick={() => remove(place, item.id)}>Take out<span className="unseen"> {item.name} of {formName(form.id)}</span></button>
                    </p>
                  )}
                </li>
              ))}
            </ol>
            {writes && <button type="button" className="link small" onClick={() => add(place)}>Add a question<span className="unseen"> to {title} of {formName(form.id)}</span></button>}
          </div>
        );
      })}
    </section>
  );
}
