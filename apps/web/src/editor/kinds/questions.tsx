import { freshId } from '../document/ids.js';
import { listAt, rowsAt, textAt, valueAt } from '../document/paths.js';
import { CheckField, RichField, SelectField } from '../form/fields.js';
import { RowFeedback } from '../form/feedback.js';
import { useItemForm } from '../form/ItemForm.js';
import { nameOf, Rows, useChoices } from '../form/Rows.js';
import { OptionRows } from './choices.js';
import { NumberField } from '../form/fields.js';

/** Short cases on one list of options. */
export function MatchingQuestions() {
  const choices = useChoices(['options']);
  return (
    <Rows path={['questions']} title="Questions" noun="Question" least={1} add={(document) => ({ id: freshId(document, 'q-'), stem: '', answer: choices[0]?.value ?? '' })}>
      {(row, index) => (
        <>
          <RichField path={[...row, 'stem']} label={`Question ${index + 1}`} bare short />
          <SelectField path={[...row, 'answer']} label="Answer" choices={choices} />
          <RowFeedback path={row} />
        </>
      )}
    </Rows>
  );
}

/** Several questions on one text, each with options of its own. */
export function PassageQuestions() {
  const { document } = useItemForm();
  return (
    <Rows path={['questions']} title="Questions" noun="Question" least={1} add={(now) => newQuestion(now)}>
      {(row, index) => (
        <>
          <RichField path={[...row, 'stem']} label={`Question ${index + 1}`} short />
          <CheckField path={[...row, 'several']} label="More than one option may be chosen" fallback={false} />
          <OptionRows path={[...row, 'options']} several={valueAt(document, [...row, 'several']) === true} title={`Options of question ${index + 1}`} />
        </>
      )}
    </Rows>
  );
}

function newQuestion(document: Record<string, unknown>) {
  const first = freshId(document);
  const second = freshId({ ...document, more: [{ id: first }] });
  return { id: freshId(document, 'q-'), stem: '', options: [{ id: first, text: '', correct: true }, { id: second, text: '' }] };
}

/** What a panel of experts chose at each point of the scale. */
export function PanelQuestions() {
  const { document } = useItemForm();
  const scale = rowsAt(document, ['scale']);
  return (
    <Rows path={['questions']} title="Questions" noun="Question" least={1} help="For each: what the learner is thinking of, what she then learns, and how many experts of the panel chose each point of the scale." add={(now) => ({ id: freshId(now, 'q-'), hypothesis: '', finding: '', panel: {} })}>
      {(row, index) => (
        <>
          <RichField path={[...row, 'hypothesis']} label={`Question ${index + 1}: if you were thinking of`} short />
          <RichField path={[...row, 'finding']} label="and then you find" short />
          <div className="panel" role="group" aria-label={`Experts at question ${index + 1}`}>
            <p className="field-help">How many experts chose</p>
            {scale.map((point, at) => <NumberField key={textAt(point, ['id'])} path={[...row, 'panel', textAt(point, ['id'])]} label={nameOf(point, at)} width="6rem" />)}
          </div>
          <RowFeedback path={row} />
        </>
      )}
    </Rows>
  );
}

/** A text with gaps: `{{gap-a}}` stands where one is, and each has options of its own. */
export function GapsForm() {
  const { document, change } = useItemForm();
  const newGap = (): string => {
    const id = freshId(document, 'gap-');
    const [first, second] = [freshId(document), freshId({ ...document, more: [{ id: freshId(document) }] })];
    change(['gaps'], [...listAt(document, ['gaps']), { id, options: [{ id: first, text: '', correct: true }, { id: second, text: '' }] }]);
    return `{{${id}}}`;
  };
  return (
    <>
      <RichField path={['text']} label="Text" help="Put a gap in with “Gap” above the field; it shows as {{gap-a}}." inserts={[{ label: 'Gap', text: newGap }]} />
      <Rows path={['gaps']} title="Gaps" noun="Gap">
        {(row, index) => {
          const id = textAt(document, [...row, 'id']);
          return <OptionRows path={[...row, 'options']} several={false} title={`Options of {{${id}}}, gap ${index + 1}`} />;
        }}
      </Rows>
    </>
  );
}
