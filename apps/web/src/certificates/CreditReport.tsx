import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { AccreditingBodiesDocument } from '../generated/graphql.js';

/** The hours of a period, as boards ask for them. */
export function CreditReport() {
  const [{ data }] = useQuery({ query: AccreditingBodiesDocument });
  const year = new Date().getFullYear();
  const [body, setBody] = useState('');
  const [from, setFrom] = useState(`${year}-01-01`);
  const [to, setTo] = useState(`${year}-12-31`);
  const query = new URLSearchParams({ body, from, to }).toString();
  const sound = from !== '' && to !== '' && from <= to;
  return (
    <section aria-labelledby="report" className="stack">
      <h2 id="report">Report of hours</h2>
      <p className="quiet measure">Certificates awarded in a period, with licences, hours, and pre-test and post-test each in a column of its own. Records are kept for at least six years.</p>
      <div className="filters">
        <NativeSelect className="roomy" label="Recognised by" value={body} data={[{ value: '', label: 'Any body or none' }, ...(data?.accreditingBodies.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }))]} onChange={(event) => setBody(event.currentTarget.value)} />
        <TextInput type="date" label="Awarded from" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
        <TextInput type="date" label="Awarded until" value={to} onChange={(event) => setTo(event.currentTarget.value)} error={sound ? undefined : 'The last day lies before the first.'} />
      </div>
      {sound && <p className="row"><a href={`/certificates/credits.csv?${query}`} download>Download as CSV</a><a href={`/certificates/credits.pdf?${query}`} download>Download as PDF</a></p>}
    </section>
  );
}
