import type { Kind } from '@preceptor/assessment';
import type { ComponentType } from 'react';
import { CaseForm } from '../case/CaseForm.js';
import { freshId } from '../document/ids.js';
import { textAt, valueAt } from '../document/paths.js';
import { NumberField, RichField } from '../form/fields.js';
import { RowFeedback } from '../form/feedback.js';
import { useItemForm } from '../form/ItemForm.js';
import { Rows } from '../form/Rows.js';
import { ScoringField, ShuffleField } from '../form/scoring.js';
import { HotspotForm, LabelsForm, PictureOrderForm } from '../picture/forms.js';
import { FillInForm, NumericForm, SliderForm, TrueFalseForm, UploadForm } from './answers.js';
import { OptionRows } from './choices.js';
import { MatrixRows, PairedRows, TextRows } from './pairs.js';
import { GapsForm, MatchingQuestions, PanelQuestions, PassageQuestions } from './questions.js';
import { LongTextForm, RubricForm } from './rubric.js';

/** What is particular to each kind. A new kind is a line here; the compiler says if one is missing. */
export const kindForms: Record<Kind, ComponentType> = {
  'single-choice': () => <><OptionRows several={false} /><ShuffleField /></>,
  'multiple-response': MultipleForm,
  'true-false': TrueFalseForm,
  'extended-matching': () => <><TextRows path={['options']} title="Options" noun="Option" help="One list for all questions." /><MatchingQuestions /><ShuffleField /></>,
  matching: () => <><TextRows path={['targets']} title="Targets" noun="Target" help="More targets than premises, so that none is left over for the last." /><PairedRows path={['premises']} title="Premises" noun="Premise" to={['targets']} refer="target" say="Target" /><ShuffleField what="targets" /></>,
  categorising: () => <><TextRows path={['categories']} title="Categories" noun="Category" /><PairedRows path={['elements']} title="Elements" noun="Element" to={['categories']} refer="category" say="Category" /><ShuffleField what="elements" /></>,
  ordering: OrderingForm,
  matrix: MatrixForm,
  'fill-in': FillInForm,
  numeric: NumericForm,
  slider: SliderForm,
  cloze: () => <><GapsForm /><ShuffleField what="options of each gap" /></>,
  hotspot: HotspotForm,
  'graphic-gap-match': LabelsForm,
  'graphic-order': PictureOrderForm,
  passage: () => <><RichField path={['passage']} label="Passage" /><PassageQuestions /><ShuffleField /></>,
  'branching-case': CaseForm,
  'script-concordance': () => <><TextRows path={['scale']} title="Scale" noun="Point" help="From one end to the other; never shuffled." /><PanelQuestions /></>,
  'long-text': LongTextForm,
  upload: () => <><UploadForm /><RubricForm /></>,
};

function MultipleForm() {
  return <><OptionRows several /><div className="row ends"><ScoringField /><NumberField path={['maxChoices']} label="Most that may be chosen" help="Left out: all" /></div><ShuffleField /></>;
}

function OrderingForm() {
  return (
    <>
      <Rows path={['elements']} title="Elements" noun="Element" least={2} help="In the right order; learners meet them mixed." add={(document) => ({ id: freshId(document), text: '' })}>
        {(row, index) => <><RichField path={[...row, 'text']} label={`Element ${index + 1}`} bare short /><RowFeedback path={row} /></>}
      </Rows>
      <ScoringField />
    </>
  );
}

function MatrixForm() {
  const { document, change } = useItemForm();
  const several = textAt(document, ['perRow']) === 'several';
  const answerOf = (row: unknown): unknown => {
    const answer = valueAt(row, ['answer']);
    return several ? (Array.isArray(answer) ? (answer as unknown[])[0] : answer) : [answer].flat();
  };
  const turn = (): void => {
    const rows = valueAt(document, ['rows']);
    change(['perRow'], several ? 'one' : 'several');
    if (Array.isArray(rows)) change(['rows'], rows.map((row: unknown) => ({ ...(typeof row === 'object' ? row : {}), answer: answerOf(row) })));
  };
  return (
    <>
      <TextRows path={['columns']} title="Columns" noun="Column" />
      <div className="segments" role="group" aria-label="Columns that may be chosen in a row">
        {['one', 'several'].map((value) => <label key={value} className={(value === 'several') === several ? 'cell on' : 'cell'}><input type="radio" name="per-row" checked={(value === 'several') === several} onChange={turn} /><span>{value === 'one' ? 'One column in a row' : 'Several columns in a row'}</span></label>)}
      </div>
      <MatrixRows />
      <ShuffleField what="rows" />
    </>
  );
}

