import { Button, ColorInput, NativeSelect, Skeleton, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/ColorInput.css';
import '@mantine/core/styles/ColorPicker.css';
import '@mantine/core/styles/ColorSwatch.css';
import { useEffect, useState } from 'react';
import { useClient, useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { type CertificateBorder, CertificateDesignDocument, type CertificateDesignQuery, type CertificatePaper, CertificatePreviewDocument, SaveCertificateDesignDocument, UsualCertificateDesignDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { PictureField } from './PictureField.js';

type Design = Omit<CertificateDesignQuery['certificateTemplate'], 'updatedAt'>;
const papers: { value: CertificatePaper; label: string }[] = [{ value: 'A4', label: 'A4' }, { value: 'LETTER', label: 'US Letter' }];
const borders: { value: CertificateBorder; label: string }[] = [{ value: 'NONE', label: 'None' }, { value: 'LINE', label: 'One line' }, { value: 'DOUBLE', label: 'Two lines' }];

/** The template beside a certificate as it would be; what is typed shows after a moment. */
export function Template() {
  const [result, again] = useQuery({ query: CertificateDesignDocument });
  return (
    <Loaded result={result} value={result.data?.certificateTemplate} retry={() => again({ requestPolicy: 'network-only' })} what="template" need="coordinators">
      {(template) => <Editing saved={designOf(template)} />}
    </Loaded>
  );
}

function Editing({ saved }: { saved: Design }) {
  const [design, setDesign] = useState(saved);
  const shown = useRest(design);
  const [preview] = useQuery({ query: CertificatePreviewDocument, variables: { input: shown } });
  const client = useClient();
  const [{ fetching }, save] = useMutation(SaveCertificateDesignDocument);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [said, setSaid] = useState('');
  const [last, setLast] = useState<string | null>(null);
  const svg = preview.data?.previewCertificate;
  useEffect(() => { if (svg !== undefined) setLast(svg); }, [svg]);
  const faults = { ...(preview.error === undefined ? {} : fieldFaults(preview.error)), ...refused };
  const set = <K extends keyof Design>(name: K, value: Design[K]) => { setSaid(''); setRefused({}); setDesign((before) => ({ ...before, [name]: value })); };
  async function submit() {
    const { error } = await save({ input: design });
    if (error !== undefined) { setRefused(fieldFaults(error)); return; }
    setSaid('Saved. The next certificates look like this.');
    announce('Saved.');
  }
  /** Colour and logo as the organisation has them; the words stay. */
  async function takeLook() {
    const { data, error } = await client.query(UsualCertificateDesignDocument, {}, { requestPolicy: 'network-only' });
    if (data === undefined || error !== undefined) { setRefused({ '': 'The organisation’s look could not be read. Try again.' }); return; }
    const { accent, logo } = data.usualCertificateTemplate;
    setRefused({});
    setDesign((before) => ({ ...before, accent, logo }));
    setSaid('');
    announce(logo === null ? 'The organisation’s colour is taken. It has no logo yet.' : 'The organisation’s colour and logo are taken.');
  }
  const text = (name: 'heading' | 'above' | 'signatory' | 'signatoryTitle' | 'footer', label: string, maxLength: number) => (
    <TextInput label={label} maxLength={maxLength} value={design[name]} onChange={(event) => set(name, event.currentTarget.value)} error={faults[name]} />
  );
  return (
    <form className="template" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <div className="stack">
        <fieldset>
          <legend>Words</legend>
          <p className="small quiet">In braces stands what differs: {'{name}, {course}, {version}, {hours}, {date}, {organisation}, {cohort}, {licence}'}.</p>
          {text('heading', 'Heading', 60)}
          {text('above', 'Above the name', 160)}
          <Textarea label="Below the name" autosize minRows={2} maxLength={400} value={design.below} onChange={(event) => set('below', event.currentTarget.value)} error={faults['below']} />
          {text('signatory', 'Who signs', 120)}
          {text('signatoryTitle', 'As what', 120)}
          {text('footer', 'Small print', 300)}
        </fieldset>
        <fieldset>
          <legend>Look</legend>
          <div className="row"><Button variant="default" onClick={() => void takeLook()}>Take the organisation’s colour and logo</Button></div>
          <NativeSelect label="Paper" data={papers} value={design.paper} onChange={(event) => set('paper', event.currentTarget.value as CertificatePaper)} />
          <NativeSelect label="Frame" data={borders} value={design.border} onChange={(event) => set('border', event.currentTarget.value as CertificateBorder)} />
          <ColorInput label="Colour of the text" format="hex" value={design.colour} onChange={(value) => set('colour', value)} error={faults['colour']} withEyeDropper={false} />
          <ColorInput label="Colour of the name and the frame" format="hex" value={design.accent} onChange={(value) => set('accent', value)} error={faults['accent']} withEyeDropper={false} />
          <PictureField label="Logo" id={design.logo} onChange={(id) => set('logo', id)} />
          {design.logo !== null && <TextInput label="What the logo shows" description="Read to whoever can’t see it" maxLength={120} value={design.logoAlt} onChange={(event) => set('logoAlt', event.currentTarget.value)} error={faults['logoAlt']} />}
          <PictureField label="Signature" id={design.signature} onChange={(id) => set('signature', id)} />
        </fieldset>
        {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
        <div className="row"><Button type="submit" loading={fetching}>Save the template</Button><p role="status" className={said === '' ? 'unseen' : 'sign good'} data-sign="✓">{said}</p></div>
      </div>
      <figure className="seen stack tight">
        {last === null ? <Skeleton height={320} /> : <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(last)}`} alt="How a certificate would look" width={design.paper === 'A4' ? 842 : 792} height={design.paper === 'A4' ? 595 : 612} />}
        <figcaption className="small quiet">A learner who is made up. On paper the letters are Roboto’s.</figcaption>
      </figure>
    </form>
  );
}

/** What is saved of a template; when it was is not. */
function designOf({ paper, border, colour, accent, logo, logoAlt, heading, above, below, signatory, signatoryTitle, signature, footer }: CertificateDesignQuery['certificateTemplate']): Design {
  return { paper, border, colour, accent, logo, logoAlt, heading, above, below, signatory, signatoryTitle, signature, footer };
}

/** A value once it has not changed for a moment. */
function useRest<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), 400);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
