import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { DiscardImportDocument, OneImportDocument } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { plural } from '../time/words.js';
import { ColumnMapping } from './ColumnMapping.js';
import { Decide } from './Decide.js';
import { Done } from './Done.js';
import { Entries } from './Entries.js';
import { formatName } from './formats.js';
import type { Bank } from './place.js';

/** A file that was read: what would come in, then the decision; once it is run, what came of it. */
export function OneImport({ id, bank, onChanged }: { id: string; bank: Bank; onChanged: () => void }) {
  const [result, again] = useQuery({ query: OneImportDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const navigate = useNavigate({ from: '/bank/$bank/import' });
  const [, discard] = useMutation(DiscardImportDocument);
  const [mapping, setMapping] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const found = result.data?.itemImport;
  const unmapped = found !== null && found !== undefined && found.headings !== null && found.state === 'READ' && found.counts.all === found.counts.failed && found.columns.length === 0;
  useEffect(() => heading.current?.focus({ preventScroll: true }), [found?.state]);
  const another = () => {
    if (found?.state === 'READ') void discard({ id });
    onChanged();
    void navigate({ search: {} });
  };
  return (
    <Loaded result={result} value={found} retry={() => again({ requestPolicy: 'network-only' })} what="import" need="instructors">
      {(one) => (
        <div className="stack wide">
          {one.state === 'READ' ? (
            <section className="stack" aria-labelledby="read">
              <h2 id="read" ref={heading} tabIndex={-1}>{unmapped || mapping ? 'Which column holds what?' : saidOf(one.counts)}</h2>
              <p className="quiet">{one.name}, {formatName(one.format)}. Nothing has come in yet. <button type="button" className="link" onClick={another}>Choose another file</button></p>
              {unmapped || mapping ? <ColumnMapping one={one} onMapped={() => setMapping(false)} onCancel={unmapped ? null : () => setMapping(false)} /> : (
                <>
                  <Decide one={one} bank={bank} onRun={onChanged} />
                  {one.headings !== null && <p><Button variant="subtle" size="compact-sm" onClick={() => setMapping(true)}>Say which column holds what</Button></p>}
                </>
              )}
            </section>
          ) : <Done one={one} bank={bank} heading={heading} onChanged={onChanged} onAnother={another} />}
          {!unmapped && !mapping && <Entries one={one} />}
        </div>
      )}
    </Loaded>
  );
}

function saidOf({ all, failed }: { all: number; failed: number }): string {
  const good = all - failed;
  if (good === 0) return 'None of this can be imported as it is';
  return `${plural(good, 'question')} can come in${failed === 0 ? '' : `; ${failed.toLocaleString('en')} can’t`}`;
}
