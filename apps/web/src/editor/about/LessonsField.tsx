import { useQuery } from 'urql';
import { CourseLessonsDocument } from '../../generated/graphql.js';
import { textsAt } from '../document/paths.js';
import { Field } from '../form/Field.js';
import { useItemForm } from '../form/ItemForm.js';

export interface CourseOfItem { id: string; language: string; version: string | null }

/** Lessons to read again for whoever answers wrongly; without any, those that teach the statements. */
export function LessonsField({ course }: { course: CourseOfItem }) {
  const { document, change, readOnly } = useItemForm();
  const [{ data }] = useQuery({ query: CourseLessonsDocument, variables: { id: course.version ?? '' }, pause: course.version === null });
  const chosen = textsAt(document, ['lessons']);
  const units = data?.courseVersion?.units ?? [];
  const titles = new Map(units.flatMap(({ lessons }) => lessons.map(({ id, title }) => [id, title] as const)));
  const put = (ids: string[]): void => change(['lessons'], ids.length === 0 ? undefined : ids);
  return (
    <Field path={['lessons']} label="Lessons to read again" help="None: those that teach its statements.">
      {({ input, described }) => (
        <>
          {chosen.length > 0 && <ul className="asked">{chosen.map((id) => <li key={id}><span>{titles.get(id) ?? id}</span>{!readOnly && <button type="button" className="link small" aria-label={`Remove ${titles.get(id) ?? id}`} onClick={() => put(chosen.filter((each) => each !== id))}>Remove</button>}</li>)}</ul>}
          {!readOnly && (
            <select id={input} className="plain-select" value="" aria-describedby={described} onChange={(event) => put([...chosen, event.currentTarget.value])}>
              <option value="">Add a lesson</option>
              {units.map((unit) => <optgroup key={unit.id} label={unit.title}>{unit.lessons.filter(({ id }) => !chosen.includes(id)).map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</optgroup>)}
            </select>
          )}
        </>
      )}
    </Field>
  );
}
