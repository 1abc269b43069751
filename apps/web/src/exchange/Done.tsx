import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useMutation } from 'urql';
import { type ImportHeadFragment, UndoImportDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { plural } from '../time/words.js';
import { When } from '../time/When.js';
import { resultInWords, takenBackInWords } from './inWords.js';
import type { Bank } from './place.js';

interface Props { one: ImportHeadFragment; bank: Bank; heading: RefObject<HTMLHeadingElement | null>; onChanged: () => void; onAnother: () => void }

/** What came of an import, with the way back. */
export function Done({ one: { id, name, result, takenBack, counts, doneAt }, bank, heading, onChanged, onAnother }: Props) {
  const [state, undo] = useMutation(UndoImportDocument);
  const wrote = result === null ? 0 : result.created + result.renamed + result.newVersions;
  const takeBack = async () => {
    const { error } = await undo({ id });
    if (error === undefined) onChanged();
  };
  return (
    <section className="stack" aria-labelledby="came">
      <h2 id="came" ref={heading} tabIndex={-1}>{takenBack === null ? <span className="sign good" data-sign="✓" style={{ whiteSpace: 'normal' }}>{result === null ? 'Imported' : resultInWords(result)}</span> : `Taken back. ${takenBackInWords(takenBack)}`}</h2>
      <p className="quiet">{name}, imported <When at={doneAt ?? ''} />.{counts.failed > 0 && ` ${plural(counts.failed, 'entry', 'entries')} could not be read and ${counts.failed === 1 ? 'is' : 'are'} listed below.`}</p>
      {state.error !== undefined && <p role="alert" className="bad">It was not taken back. {faultOf(state.error).message}</p>}
      <div className="row">
        {takenBack === null && wrote > 0 && <Button renderRoot={(props: object) => <Link {...props} to="/bank/$bank" params={{ bank: bank.id }} />}>See the questions</Button>}
        {takenBack === null && wrote > 0 && <Button variant="default" loading={state.fetching} onClick={() => void takeBack()}>Take it back</Button>}
        <button type="button" className="link" onClick={onAnother}>Import another file</button>
      </div>
      {takenBack === null && wrote > 0 && <p className="small quiet">Taking back removes what came in, except questions that somebody has worked on since.</p>}
    </section>
  );
}
