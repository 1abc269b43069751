import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { SavePackageOptionsDocument, type PackageChoicesQuery } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { When } from '../time/When.js';
import { OptionControl } from './OptionControl.js';
import { differing, type GivenOptions, optionFields, type Options } from './options.js';

export type Choices = NonNullable<PackageChoicesQuery['courseVersion']>['packageOptions'];

interface Props {
  course: string;
  choices: Choices;
  /** as they would be in the package */
  options: Options;
  change: (options: GivenOptions) => void;
  saved: () => void;
}

/** The options in plain words, folded: most packages need none of them changed. */
export function Choosing({ course, choices, options, change, saved }: Props) {
  const [state, save] = useMutation(SavePackageOptionsDocument);
  const [told, setTold] = useState<{ good: boolean; sentence: string } | null>(null);
  const changed = Object.keys(differing(options, choices.options)).length;
  async function keep(kept: GivenOptions, sentence: string) {
    const { error } = await save({ course, options: kept });
    setTold(error === undefined ? { good: true, sentence } : { good: false, sentence: Object.values(fieldFaults(error)).join(' ') });
    if (error === undefined) saved();
  }
  return (
    <details className="options">
      <summary>Options <span className="quiet">{changed === 0 ? 'as they stand with the course' : changed === 1 ? 'one changed for this package' : `${changed} changed for this package`}</span></summary>
      <div className="stack">
        <div className="option-grid">
          {optionFields({ languages: choices.languages, structure: options.structure }).map((field) => (
            <OptionControl key={field.name} field={field} value={options[field.name]} change={(value) => change({ [field.name]: value })} />
          ))}
        </div>
        <div className="row">
          {changed > 0 && <Button variant="default" loading={state.fetching} onClick={() => void keep(differing(options, choices.ofSource), 'Saved: the next package of this course has these options.')}>Save these options with the course</Button>}
          {choices.savedAt !== null && <button type="button" className="link" onClick={() => void keep({}, 'The options are as in the course’s source again.')}>Forget what is saved</button>}
          {choices.savedAt !== null && <span className="small quiet">Saved <When at={choices.savedAt} />{choices.savedBy === null ? '' : ` by ${choices.savedBy.name}`}</span>}
        </div>
        <p role="status" className={told === null ? 'unseen' : told.good ? 'small sign good' : 'small bad'} data-sign="✓">{told?.sentence ?? ''}</p>
      </div>
    </details>
  );
}
