import { isAccepted } from '@preceptor/assessment';
import { useId, useRef, useState } from 'preact/hooks';
import { useApp } from '../../../session/app.js';
import type { AnswerProps } from '../../answer.js';
import { useKindWords } from '../words.js';
import { Elsewhere } from './elsewhere.js';
import { HandedIn } from './handed-in.js';
import { Recorder } from './recorder.js';
import { bytesIn, kindsOf } from './said-sizes.js';
import { fileOf } from './stored.js';
import { useSending, type Held } from './use-sending.js';

/** A file that a person will score: recorded here, or chosen. It is checked before it is sent, and is the answer once the server has it. */
export function Upload({ view, value, onChange, locked, labelledBy }: AnswerProps<'upload'>) {
  const { session, announce } = useApp();
  const words = useKindWords();
  const hint = useId();
  const field = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const { accept, maxBytes, record } = view.content;
  const { uploads } = session.delivery;
  const stored = fileOf(value);
  const sending = useSending(uploads, view.id, (file) => {
    onChange(file);
    announce(words.uploadKept(file.name));
  });
  if (uploads === undefined) return <Elsewhere accept={accept} maxBytes={maxBytes} stored={stored} locked={locked} labelledBy={labelledBy} onChange={onChange} />;

  const take = (held: Held): void => {
    const problem = held.blob.size === 0 ? words.uploadEmpty : held.blob.size > maxBytes ? words.uploadTooLarge(bytesIn(words.language, held.blob.size), bytesIn(words.language, maxBytes))
      : isAccepted(accept, held.mediaType) ? null : words.uploadWrongKind(kindsOf(accept, words));
    setRefused(problem);
    if (problem === null) sending.send(held);
    else announce(problem);
  };
  const { state } = sending;
  return (
    <div class="field upload" role="group" aria-labelledby={labelledBy} aria-describedby={hint}>
      <p class="hint" id={hint}>{words.uploadAccepted(kindsOf(accept, words), bytesIn(words.language, maxBytes))}</p>
      {stored !== null && <HandedIn file={stored} address={uploads.addressOf(stored.file)} />}
      {state.is === 'sending' && <p class="sending"><progress max={1} value={state.share} aria-label={words.uploadSending} /> <span>{words.uploadSending}</span></p>}
      {state.is === 'failed' && <div role="alert"><p class="complaint">{state.message ?? words.uploadFailed}</p><p class="actions"><button type="button" class="quiet" onClick={sending.again}>{words.retry}</button></p></div>}
      {refused !== null && <p class="complaint">{refused}</p>}
      {!locked && state.is !== 'sending' && (
        <>
          {record === 'audio' && <Recorder accept={accept} maxBytes={maxBytes} again={stored !== null} onRecorded={take} />}
          <input
            ref={field} type="file" class="visually-hidden" tabIndex={-1} aria-hidden="true" accept={accept.join(',')}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file !== undefined) take({ blob: file, name: file.name, mediaType: file.type });
              event.currentTarget.value = '';
            }}
          />
          <p class="actions"><button type="button" class="quiet" onClick={() => field.current?.click()}>{stored === null ? words.uploadChoose : words.uploadChooseOther}</button></p>
        </>
      )}
    </div>
  );
}
