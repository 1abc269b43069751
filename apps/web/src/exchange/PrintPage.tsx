import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useCourse } from '../instructor/CourseContext.js';
import { CoursePage } from '../instructor/CoursePage.js';

/** An assessment on paper: how many versions, then the papers and, apart from them, the key. */
export function PrintPage() {
  const { assessment } = useParams({ from: '/courses/$course/print/$assessment' });
  const { version } = useCourse();
  const [versions, setVersions] = useState('2');
  const [seed, setSeed] = useState('1');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState<'questions' | 'key' | null>(null);
  async function print(part: 'questions' | 'key') {
    setBusy(part);
    setFault(await downloaded(`/exchange/paper/${version.id}/${assessment}/${part}.pdf?versions=${versions}&seed=${encodeURIComponent(seed)}`, `${assessment}-${part}.pdf`));
    setBusy(null);
  }
  return (
    <CoursePage title="Print this assessment" lead="A PDF for a room without computers: each version has the same questions in another order, and an answer sheet at its end. The key is a file of its own.">
      <form className="stack" style={{ maxWidth: '34rem' }} onSubmit={(event) => { event.preventDefault(); void print('questions'); }}>
        <NativeSelect label="Versions" value={versions} data={['1', '2', '3', '4', '5', '6', '7', '8']} onChange={(event) => setVersions(event.currentTarget.value)} description="Give neighbours different ones." />
        <TextInput label="Paper number" value={seed} onChange={(event) => setSeed(event.currentTarget.value)} required withAsterisk={false} maxLength={64} description="The same number gives the same papers again, and the key that fits them. Another number draws and orders anew." />
        {fault !== null && <p role="alert" className="bad">Nothing was printed. {fault}</p>}
        <div className="row"><Button type="submit" loading={busy === 'questions'}>Download the papers</Button><Button variant="default" loading={busy === 'key'} onClick={() => void print('key')}>Download the key</Button></div>
        <p className="small quiet">Questions that can’t stand on paper, such as uploads, are left out; the key names them.</p>
      </form>
    </CoursePage>
  );
}

/** Downloads a file; a sentence that says why not, where the server refused. */
async function downloaded(address: string, name: string): Promise<string | null> {
  const response = await fetch(address).catch(() => null);
  if (response === null) return 'Preceptor could not be reached.';
  if (!response.ok) {
    const body: unknown = await response.json().catch(() => null);
    return typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string' ? body.message : `The server answered with ${response.status}.`;
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  return null;
}
