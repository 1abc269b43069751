import { Button } from '@mantine/core';
import type { RefObject } from 'react';
import type { ExportItemsMutation } from '../generated/graphql.js';
import { sizeOf } from '../packages/bytes.js';
import { plural } from '../time/words.js';

type File = ExportItemsMutation['exportItems'];

/** A file that was written: what it holds, what it can't, and the download. */
export function Written({ file: { name, url, bytes, asked, written, whole, changed, lost, refused, pictures, notes, items }, heading }: { file: File; heading: RefObject<HTMLHeadingElement | null> }) {
  const left = items.filter((item) => item.refused !== null);
  const touched = items.filter((item) => item.refused === null && item.lost.length > 0);
  const sentence = written === 0 ? 'This format can hold none of these questions' : written === asked ? `The file holds ${asked === 1 ? 'the question' : `all ${asked.toLocaleString('en')} questions`}${whole === asked ? ', exactly as they are' : ''}` : `The file holds ${written.toLocaleString('en')} of ${plural(asked, 'question')}`;
  return (
    <section className="stack wide" aria-labelledby="written">
      <div className="stack">
        <h2 id="written" ref={heading} tabIndex={-1}>{written === 0 ? <span className="sign bad" data-sign="✕" style={{ whiteSpace: 'normal' }}>{sentence}</span> : sentence}</h2>
        {written > 0 && whole < asked && <p className="quiet">{[...(whole > 0 ? [`${whole.toLocaleString('en')} exactly as they are`] : []), ...(changed > 0 ? [`${changed.toLocaleString('en')} in a form that other systems may read otherwise`] : []), ...(lost > 0 ? [`${lost.toLocaleString('en')} with something lost`] : []), ...(refused > 0 ? [`${refused.toLocaleString('en')} left out`] : [])].join(', ')}.{pictures > 0 && ` ${plural(pictures, 'picture')} ${pictures === 1 ? 'is' : 'are'} in it.`}</p>}
        {url !== null && <div className="row"><Button component="a" href={url} download={name}>Download {name}</Button><span className="small quiet">{sizeOf(bytes)}</span></div>}
      </div>
      {notes.length > 0 && (
        <section className="stack" aria-labelledby="notes">
          <h3 id="notes">What the format makes of them</h3>
          <ul className="lines measure">
            {notes.map((note) => (
              <li key={note.code + String(note.lost)}>{note.lost ? <span className="sign warn" data-sign="▲">Lost</span> : <span className="quiet">Changed</span>} in {plural(note.items, 'question')}<span className="below">{note.sentence}</span></li>
            ))}
          </ul>
        </section>
      )}
      <Told title="Left out" items={left.map((item) => ({ name: item.name, says: item.refused ?? '' }))} more={refused - left.length} />
      <Told title="With something lost" items={touched.map((item) => ({ name: item.name, says: item.lost.map(({ sentence: each }) => each).join(' ') }))} more={lost - touched.length} />
    </section>
  );
}

function Told({ title, items, more }: { title: string; items: { name: string; says: string }[]; more: number }) {
  if (items.length === 0) return null;
  return (
    <details open={items.length <= 10}>
      <summary><strong>{title}</strong> <span className="quiet number">{(items.length + Math.max(0, more)).toLocaleString('en')}</span></summary>
      <ul className="lines" style={{ marginTop: '0.6rem' }}>{items.map(({ name, says }) => <li key={name}>{name}<span className="small quiet below">{says}</span></li>)}</ul>
      {more > 0 && <p className="small quiet">{more.toLocaleString('en')} more are not listed.</p>}
    </details>
  );
}
