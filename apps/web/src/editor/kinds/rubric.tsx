import { freshId } from '../document/ids.js';
import { NumberField, PlainField, RichField } from '../form/fields.js';
import { Rows } from '../form/Rows.js';

/** How a person scores an answer: criteria with levels that two people would apply alike, and an answer to compare with. */
export function RubricForm() {
  return (
    <>
      <Rows path={['rubric']} title="Rubric" noun="Criterion" least={1} help="What is looked at, and what earns how many points." add={(document) => ({ id: freshId(document), title: '', levels: [{ points: 0, description: '' }, { points: 1, description: '' }] })}>
        {(row, index) => (
          <>
            <PlainField path={[...row, 'title']} label={`Criterion ${index + 1}`} />
            <Rows path={[...row, 'levels']} title={`Levels of criterion ${index + 1}`} noun="Level" least={2} help="Points, and what an answer needs for them." add={() => ({ points: 0, description: '' })}>
              {(level, at) => <div className="level"><NumberField path={[...level, 'points']} label={`Points of level ${at + 1}`} bare width="5rem" /><PlainField path={[...level, 'description']} label={`What level ${at + 1} asks`} bare placeholder="What an answer of this level shows" /></div>}
            </Rows>
          </>
        )}
      </Rows>
      <RichField path={['modelAnswer']} label="Model answer" help="Shown after the answer was scored, and to whoever scores" optional />
    </>
  );
}

export function LongTextForm() {
  return (
    <>
      <div className="row ends"><NumberField path={['minWords']} label="Fewest words" /><NumberField path={['maxWords']} label="Most words" /></div>
      <RubricForm />
    </>
  );
}
