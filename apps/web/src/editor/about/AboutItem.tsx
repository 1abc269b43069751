import { TagsInput } from '@mantine/core';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/ScrollArea.css';
import { textsAt } from '../document/paths.js';
import { CheckField, NumberField, SelectField } from '../form/fields.js';
import { Field } from '../form/Field.js';
import { useItemForm } from '../form/ItemForm.js';
import { LessonsField, type CourseOfItem } from './LessonsField.js';
import { StatementsField } from './StatementsField.js';

/** What an item is about: the statements that it asks, how hard it is, where to read again, and its points. */
export function AboutItem({ item, bank, course }: { item: string; bank: string; course: CourseOfItem | null }) {
  return (
    <section className="about" aria-labelledby="about-item">
      <h2 id="about-item">About this question</h2>
      <StatementsField item={item} bank={bank} hasCourse={course !== null} />
      <div className="row ends">
        <SelectField path={['level']} label="Level" choices={[{ value: '', label: 'Choose' }, { value: 'recall', label: 'Recall: a term, a rule' }, { value: 'application', label: 'Application: which rule holds here' }, { value: 'judgement', label: 'Judgement: what to do, and why' }]} />
        <SelectField path={['difficulty']} label="Difficulty" choices={[{ value: '', label: 'Choose' }, { value: 'easy', label: 'Easy' }, { value: 'medium', label: 'Medium' }, { value: 'hard', label: 'Hard' }]} />
      </div>
      <TagsField />
      {course !== null && <LessonsField course={course} />}
      <details className="part" data-place="/points">
        <summary>Points and certainty</summary>
        <div className="stack"><NumberField path={['points']} label="Points" help="1 unless you say otherwise" /><CheckField path={['certainty']} label="The learner also says how sure she is" help="Certainty-based marking: being sure and wrong costs points." fallback={false} /></div>
      </details>
    </section>
  );
}

function TagsField() {
  const { document, change, readOnly } = useItemForm();
  return (
    <Field path={['tags']} label="Tags" help="Free labels; Enter or a comma ends one.">
      {({ input, described }) => <TagsInput id={input} value={textsAt(document, ['tags'])} readOnly={readOnly} {...(described === undefined ? {} : { 'aria-describedby': described })} comboboxProps={{ disabled: true }} onChange={(tags) => change(['tags'], tags.length === 0 ? undefined : tags)} />}
    </Field>
  );
}
