import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { freshId } from '../document/ids.js';
import { listAt, textAt, valueAt, type Path } from '../document/paths.js';
import { Field } from '../form/Field.js';
import { NumberField, PlainField, SelectField } from '../form/fields.js';
import { RowFeedback } from '../form/feedback.js';
import { useItemForm } from '../form/ItemForm.js';
import { Rows, useChoices } from '../form/Rows.js';
import { ScoringField } from '../form/scoring.js';
import { RightMark } from '../kinds/choices.js';
import { TextRows } from '../kinds/pairs.js';
import { Canvas } from './Canvas.js';
import { PictureField } from './PictureField.js';
import { areaOf, numberNames, reshaped, shapeNames, type Shape } from './shapes.js';

export function HotspotForm() {
  return (
    <>
      <PictureAndCanvas more={{}} />
      <RegionRows title="Places" help="Tick every place that is right." more={{}} lead={(row, index) => <RightMark list={['regions']} row={row} index={index} several noun="Place" />} />
      <NumberField path={['maxChoices']} label="Most that may be chosen" help="Left out: as many as are right" />
    </>
  );
}

export function LabelsForm() {
  const choices = useChoices(['labels']);
  const more = { answer: choices[0]?.value ?? '' };
  return (
    <>
      <PictureAndCanvas more={more} />
      <TextRows path={['labels']} title="Labels" noun="Label" help="What is dragged onto the picture. A label may stand on several places, or on none." />
      <RegionRows title="Places" more={more}>{(row) => <SelectField path={[...row, 'answer']} label="Label that belongs here" choices={choices} />}</RegionRows>
    </>
  );
}

export function PictureOrderForm() {
  return <><PictureAndCanvas more={{}} /><RegionRows title="Places" help="In the right order." more={{}} /><ScoringField /></>;
}

function PictureAndCanvas({ more }: { more: Record<string, unknown> }) {
  const { document, media } = useItemForm();
  const path = textAt(document, ['image']);
  const medium = path === '' ? null : media.at(path);
  return (
    <>
      <PictureField />
      {medium === null ? (path === '' ? null : <p className="quiet small">The picture is not there any more, or still on its way.</p>) : <Canvas medium={medium} more={more} />}
    </>
  );
}

/** The areas of the picture as rows: what each is called, its shape and numbers, and what belongs to it. */
function RegionRows({ title, help, more, lead, children }: { title: string; help?: string; more: Record<string, unknown>; lead?: (row: Path, index: number) => ReactNode; children?: (row: Path) => ReactNode }) {
  return (
    <Rows path={['regions']} title={title} noun="Place" help={help} add={(document) => ({ id: freshId(document), label: '', shape: 'rect', coords: [10, 10, 60, 40], ...more })}
      lead={(row, index) => <><span className="place-number" aria-hidden="true">{index + 1}</span>{lead?.(row, index)}</>}>
      {(row, index) => (
        <>
          <PlainField path={[...row, 'label']} label={`Place ${index + 1}`} bare placeholder="What it is called for whoever does not see it" />
          {children?.(row)}
          <Numbers row={row} index={index} />
          <RowFeedback path={row} />
        </>
      )}
    </Rows>
  );
}

function Numbers({ row, index }: { row: Path; index: number }) {
  const { document, change, readOnly } = useItemForm();
  const area = areaOf(valueAt(document, row));
  const names = numberNames(area.shape);
  const reshape = (shape: Shape): void => {
    const next = reshaped(area, shape);
    change([...row, 'shape'], shape);
    change([...row, 'coords'], next.coords);
  };
  return (
    <details className="numbers">
      <summary>Shape and numbers <span className="quiet">{shapeNames[area.shape].toLowerCase()}, {listAt(document, [...row, 'coords']).join(' ')}</span></summary>
      <div className="row ends">
        <NativeSelect label="Shape" aria-label={`Shape of place ${index + 1}`} value={area.shape} disabled={readOnly} data={Object.entries(shapeNames).map(([value, label]) => ({ value, label }))} onChange={(event) => reshape(event.currentTarget.value as Shape)} />
        {names?.map((name, at) => <NumberField key={name} path={[...row, 'coords', at]} label={name} width="6rem" />)}
      </div>
      {names === null && <Corners row={row} />}
    </details>
  );
}

/** The corners of a polygon as pairs of numbers. */
function Corners({ row }: { row: Path }) {
  const { document, change, readOnly } = useItemForm();
  const coords = listAt(document, [...row, 'coords']).map(Number);
  const corners = Array.from({ length: Math.ceil(coords.length / 2) }, (_, at) => at);
  return (
    <Field path={[...row, 'coords']} label="Corners, from the left and from the top" group>
      {() => (
        <div className="stack tight">
          {corners.map((at) => (
            <div key={at} className="row">
              <NumberField path={[...row, 'coords', at * 2]} label={`Corner ${at + 1}, from the left`} bare width="6rem" /><NumberField path={[...row, 'coords', at * 2 + 1]} label={`Corner ${at + 1}, from the top`} bare width="6rem" />
              {!readOnly && corners.length > 3 && <button type="button" className="link small" onClick={() => change([...row, 'coords'], coords.filter((_, index) => Math.floor(index / 2) !== at))}>Remove corner {at + 1}</button>}
            </div>
          ))}
          {!readOnly && <button type="button" className="link small" onClick={() => change([...row, 'coords'], [...coords, coords[0] ?? 0, coords[1] ?? 0])}>Add a corner</button>}
        </div>
      )}
    </Field>
  );
}
