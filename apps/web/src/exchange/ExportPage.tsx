import { Button, NativeSelect } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { filterOf, isNarrowed } from '../bank/filters.js';
import { Page } from '../frame/Page.js';
import { type ExchangeFormat, ExportItemsDocument, ExportPlaceDocument, type ItemVersionChoice } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { faultOf } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, NoPermission } from '../states/states.js';
import { plural } from '../time/words.js';
import { formats } from './formats.js';
import { Written } from './Written.js';
import './exchange.css';

/** A bank's questions, or those that its list showed, as a file: choose the format, read what it can't hold, download. */
export function ExportPage() {
  const may = useHasRole('INSTRUCTOR');
  const { bank: id } = useParams({ from: '/bank/$bank/export' });
  const search = useSearch({ from: '/bank/$bank/export' });
  const filter = filterOf(id, search);
  const [result, again] = useQuery({ query: ExportPlaceDocument, variables: { bank: id, filter }, pause: !may });
  const bank = result.data?.itemBank;
  const count = result.data?.bankItems.totalCount ?? 0;
  const narrowed = isNarrowed(search) || search.folder !== undefined;
  return (
    <Page title="Export questions" within={bank?.title} trail={<Link to="/bank/$bank" params={{ bank: id }} search={search}>{bank?.title ?? 'Bank'}</Link>}
      lead={bank === null || bank === undefined ? undefined : <>{plural(count, 'question')}{narrowed && <>, as the list was filtered. <Link to="/bank/$bank/export" params={{ bank: id }} search={{}}>Take the whole bank</Link></>}</>}>
      {!may ? <NoPermission need="instructors" /> : (
        <Loaded result={result} value={bank} retry={() => again({ requestPolicy: 'network-only' })} what="bank" need="instructors">
          {() => count === 0 ? <Empty title="Nothing to export" action={<Link to="/bank/$bank" params={{ bank: id }}>Back to the questions</Link>}>{narrowed ? 'No question fits these filters.' : 'This bank has no question yet.'}</Empty> : <Choose filter={filter} />}
        </Loaded>
      )}
    </Page>
  );
}

function Choose({ filter }: { filter: ReturnType<typeof filterOf> }) {
  const [format, setFormat] = useState<ExchangeFormat>('QTI_3_0');
  const [version, setVersion] = useState<ItemVersionChoice>('NEWEST');
  const [state, write] = useMutation(ExportItemsDocument);
  const [shown, setShown] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const written = shown ? state.data?.exportItems : undefined;
  useEffect(() => { if (written !== undefined) heading.current?.focus({ preventScroll: true }); }, [written]);
  const make = async () => {
    const { error } = await write({ filter, format, version });
    setShown(error === undefined);
  };
  return (
    <div className="stack wide">
      <form className="stack" onSubmit={(event) => { event.preventDefault(); void make(); }}>
        <fieldset className="formats">
          <legend>Format</legend>
          <div>{formats.map((one) => (
            <label key={one.format}>
              <input type="radio" name="format" value={one.format} checked={one.format === format} onChange={() => { setFormat(one.format); setShown(false); }} />
              <span>{one.name}</span><span className="small quiet">{one.about}</span>
            </label>
          ))}</div>
        </fieldset>
        <NativeSelect label="Which state of each question" value={version} maw={420} onChange={(event) => { setVersion(event.currentTarget.value === 'APPROVED' ? 'APPROVED' : 'NEWEST'); setShown(false); }}
          data={[{ value: 'NEWEST', label: 'As it was saved last' }, { value: 'APPROVED', label: 'As it was approved last; others are left out' }]} />
        {state.error !== undefined && <p role="alert" className="bad">No file was written. {faultOf(state.error).message}</p>}
        <div className="row"><Button type="submit" loading={state.fetching} {...(written === undefined ? {} : { variant: 'default' })}>Write the file</Button>{written === undefined && <span className="small quiet">You read what the format can’t hold before you download it.</span>}</div>
      </form>
      {written !== undefined && <Written file={written} heading={heading} />}
    </div>
  );
}
