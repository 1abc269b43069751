import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Dialog } from '../../frame/Dialog.js';
import { useTyped } from '../../frame/useTyped.js';
import { ItemPicturesDocument } from '../../generated/graphql.js';
import { isRecord } from '../document/paths.js';
import type { Medium } from '../form/ItemForm.js';

/** The organisation's pictures, to choose from or to add to. */
export function PictureChooser({ choose }: { choose: (medium: Medium | null) => void }) {
  const [wanted, setWanted] = useState('');
  const [words, setWords] = useTyped(wanted, setWanted);
  const [{ data, error }] = useQuery({ query: ItemPicturesDocument, variables: { name: wanted === '' ? null : wanted, after: null }, requestPolicy: 'network-only' });
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const pictures = (data?.authoringMedia.nodes ?? []).filter(({ mediaType }) => mediaType.startsWith('image/'));
  async function upload(picked: File): Promise<void> {
    setBusy(true);
    const made = await send(picked);
    setBusy(false);
    if (typeof made === 'string') setFault(made);
    else choose(made);
  }
  return (
    <Dialog opened close={() => choose(null)} title="Choose a picture">
      <div className="stack">
        <div className="row ends">
          <TextInput className="grow" label="Find by name" value={words} onChange={(event) => setWords(event.currentTarget.value)} />
          <input ref={file} type="file" accept="image/png,image/jpeg,image/webp,image/gif,image/svg+xml" className="unseen" tabIndex={-1} aria-label="Picture file" onChange={(event) => { const [picked] = event.currentTarget.files ?? []; if (picked !== undefined) void upload(picked); }} />
          <Button loading={busy} onClick={() => file.current?.click()}>Upload a picture</Button>
        </div>
        {fault !== null && <p role="alert" className="bad">{fault}</p>}
        {data === undefined ? <p className="quiet" role="status">{error === undefined ? 'Loading…' : 'The pictures could not be fetched.'}</p> : pictures.length === 0 ? <p className="quiet">{wanted === '' ? 'There is no picture yet: upload one.' : 'No picture has this name.'}</p> : (
          <ul className="pictures">
            {pictures.map((each) => <li key={each.id}><button type="button" onClick={() => choose(mediumOf(each))}><img src={each.url} alt="" loading="lazy" /><span className="small">{each.path.replace('media/', '')}</span></button></li>)}
          </ul>
        )}
      </div>
    </Dialog>
  );
}

export function mediumOf({ path, url, width, height }: { path: string; url: string; width: number | null; height: number | null }): Medium {
  return { path, address: url, width: width ?? 0, height: height ?? 0 };
}

async function send(file: File): Promise<Medium | string> {
  try {
    const response = await fetch(`/authoring/media?name=${encodeURIComponent(file.name)}`, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/octet-stream' }, body: file });
    const answer: unknown = await response.json();
    if (!isRecord(answer)) return 'The picture could not be taken.';
    if (!response.ok) return typeof answer['message'] === 'string' ? answer['message'] : 'The picture could not be taken.';
    const { path, url, width, height } = answer;
    return mediumOf({ path: String(path), url: String(url), width: typeof width === 'number' ? width : null, height: typeof height === 'number' ? height : null });
  } catch {
    return 'Preceptor could not be reached. Try again.';
  }
}
