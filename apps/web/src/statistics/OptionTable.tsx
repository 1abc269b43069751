import { Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import { unbroken } from '../time/words.js';
import { OptionChart } from './charts/index.js';
import { inFigures } from './figures.js';
import { groupNames, mostDrawn, type Option, shortName } from './optionsByAbility.js';

/** Who chose which option, drawn and in numbers: from the weakest learners to the strongest. */
export function OptionTable({ options }: { options: readonly Option[] }) {
  const groups = groupNames(options[0]?.byAbility.length ?? 0);
  const ends: [number, string][] = groups.length === 0 ? [] : [[0, 'Weakest'], [groups.length - 1, 'Strongest']];
  const chosen = options.filter(({ chosen: count }) => count > 0);
  const says = `From the weakest learners to the strongest, ${chosen.map((option) => `${option.label}${option.key ? ' (key)' : ''} goes from ${inFigures(option.byAbility[0] ?? 0, 'share')} to ${inFigures(option.byAbility.at(-1) ?? 0, 'share')}`).join('; ')}.`;
  return (
    <>
      {groups.length > 0 && options.length <= mostDrawn && (
        <figure className="stack tight">
          <Suspense fallback={<Skeleton height={240} />}><OptionChart options={options} says={says} /></Suspense>
          <figcaption className="small quiet">Share of each group of learners, by their score on the other items, that chose each option. The key (thick, green) should rise, every other option fall.</figcaption>
        </figure>
      )}
      <table className="grid folds options">
        <caption className="unseen">How often each option was chosen</caption>
        <thead><tr><th scope="col">Option</th><th scope="col" className="figure">Chosen</th>{ends.map(([, name]) => <th key={name} scope="col" className="figure">{name}</th>)}<th scope="col" className="figure">With the rest</th></tr></thead>
        <tbody>
          {options.map((option, at) => (
            <tr key={option.id}>
              <th scope="row"><span className="letter">{shortName(option, at)}</span> {option.label}{option.key && <span className="sign good" data-sign="✓"> key</span>}</th>
              <td data-label="Chosen" className="figure">{option.chosen} <span className="quiet small">{inFigures(option.share, 'share')}</span></td>
              {ends.map(([part, name]) => <td key={name} data-label={name} className="figure">{inFigures(option.byAbility[part] ?? 0, 'share')}</td>)}
              <td data-label="With the rest" className="figure" title={unbroken(option.sentence)}>{option.discrimination === null ? <span className="quiet">none</span> : inFigures(option.discrimination, 'number')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet measure">“With the rest”: how choosing it goes with the score on the other items, −1 to 1. Above 0 for the key, below 0 for every other option.</p>
      {groups.length > 0 && (
        <details>
          <summary className="small">All groups as a table</summary>
          <div className="sheet scrolls" role="group" aria-label="Who chose what" tabIndex={0}>
            <table className="grid">
              <caption className="unseen">Share of each group of learners that chose each option, the weakest first</caption>
              <thead><tr><th scope="col">Option</th>{groups.map((group) => <th key={group} scope="col" className="figure">{group}</th>)}</tr></thead>
              <tbody>{options.map((option, at) => <tr key={option.id}><th scope="row">{shortName(option, at)}<span className="unseen"> {option.label}</span></th>{groups.map((group, part) => <td key={group} className="figure">{inFigures(option.byAbility[part] ?? 0, 'share')}</td>)}</tr>)}</tbody>
            </table>
          </div>
        </details>
      )}
    </>
  );
}
