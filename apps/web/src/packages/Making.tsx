import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { OnePackageDocument, type MadePackageFragment } from '../generated/graphql.js';
import { useCourse } from '../instructor/CourseContext.js';
import { sizeOf } from './bytes.js';
import { Copied } from './Copied.js';

/** A package on its way: how far it is, then the zip, its hash and its size. */
export function Making({ id, again, fetched }: { id: string; /** asks for it once more */ again: () => void; /** it was downloaded */ fetched: () => void }) {
  const [{ data, error }, look] = useQuery({ query: OnePackageDocument, variables: { id }, requestPolicy: 'network-only' });
  const found = data?.coursePackage;
  const unfinished = found === undefined || found?.state === 'WAITING' || found?.state === 'MAKING';
  useEffect(() => {
    if (!unfinished) return;
    const timer = setInterval(() => look({ requestPolicy: 'network-only' }), 500);
    return () => clearInterval(timer);
  }, [unfinished, look]);
  if (found === null) return <p role="alert" className="bad">There is no such package here. <button type="button" className="link" onClick={again}>Make it</button></p>;
  if (found === undefined) return <p className="quiet" role="status">{error === undefined ? 'Looking for the package' : 'Preceptor could not be reached. Trying again.'}</p>;
  return <Standing made={found} again={again} fetched={fetched} offline={error !== undefined} />;
}

function Standing({ made, again, fetched, offline }: { made: MadePackageFragment; again: () => void; fetched: () => void; offline: boolean }) {
  const { state, doneBytes, totalBytes, url, fault, sha256, bytes, name } = made;
  if (state === 'FAILED') {
    return <p role="alert" className="bad">The package was not made. {fault?.message} <button type="button" className="link" onClick={again}>Try again</button></p>;
  }
  if (state !== 'READY') {
    const known = state === 'MAKING' && totalBytes > 0;
    return (
      <div className="stack tight making">
        <p role="status">{state === 'WAITING' ? 'Waiting: other packages are being made first' : 'Making the package'}{offline && '. Preceptor could not be reached; trying again'}</p>
        <progress aria-label="How far the package is" {...(known ? { value: Math.min(doneBytes, totalBytes), max: totalBytes } : {})} />
        <p className="small quiet number">{known ? `${sizeOf(doneBytes)} of about ${sizeOf(totalBytes)}` : ' '}</p>
      </div>
    );
  }
  return <Ready version={made.courseVersion} name={name} url={url} sha256={sha256 ?? ''} bytes={bytes ?? 0} again={again} fetched={fetched} />;
}

/** A browser tells no page when a download has begun: the history is looked at again after so many milliseconds. */
const noticed = [1_000, 3_000, 8_000, 20_000];

function Ready({ version, name, url, sha256, bytes, again, fetched }: { version: { id: string; number: number }; name: string; url: string | null; sha256: string; bytes: number; again: () => void; fetched: () => void }) {
  const [began, setBegan] = useState(false);
  const { version: looked } = useCourse();
  return (
    <div className="stack making">
      <p role="status"><span className="sign good" data-sign="✓">The package is ready</span></p>
      {version.id !== looked.id && <p className="sign warn" data-sign="!">This package holds version {version.number}.</p>}
      {url === null ? <p>It was not fetched for long and made room for others. <button type="button" className="link" onClick={again}>Make it again</button></p> : (
        <div className="row">
          <Button component="a" href={url} download={name} onClick={() => { setBegan(true); for (const pause of noticed) setTimeout(fetched, pause); }}>{began ? 'Download it again' : `Download the zip, ${sizeOf(bytes)}`}</Button>
        </div>
      )}
      <dl className="facts">
        <dt>File</dt><dd>{name}</dd>
        <dt>Size</dt><dd className="number">{bytes.toLocaleString('en')} bytes</dd>
        <dt>SHA-256</dt><dd><Copied text={sha256} what="the SHA-256" /></dd>
      </dl>
    </div>
  );
}
