import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../../session/app.js';
import { useKindWords } from '../words.js';
import { startRecording, type Recording } from './recording.js';
import type { Held } from './use-sending.js';

interface Props { accept: readonly string[]; maxBytes: number; /** something was handed in before */ again: boolean; onRecorded(held: Held): void }
type Phase = { is: 'idle'; said: string | null } | { is: 'asking' } | { is: 'recording'; recording: Recording } | { is: 'recorded'; held: Held; address: string };

/** Records sound: listen to it, record it again, or hand it in. Says so where the browser has no microphone to give. */
export function Recorder({ accept, maxBytes, again, onRecorded }: Props) {
  const { announce, formats } = useApp();
  const words = useKindWords();
  const [phase, setPhase] = useState<Phase>({ is: 'idle', said: null });
  const [seconds, setSeconds] = useState(0);
  const now = useRef(phase);
  now.current = phase;

  useEffect(() => () => {
    if (now.current.is === 'recording') now.current.recording.stop();
    if (now.current.is === 'recorded') URL.revokeObjectURL(now.current.address);
  }, []);
  useEffect(() => {
    if (phase.is !== 'recording') return;
    setSeconds(0);
    const timer = setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(timer);
  }, [phase]);

  const record = async (): Promise<void> => {
    setPhase({ is: 'asking' });
    const begun = await startRecording(accept, maxBytes, (blob, mediaType) => {
      setPhase({ is: 'recorded', held: { blob, mediaType, name: `${words.recordingName}.${mediaType.includes('mp4') ? 'm4a' : mediaType.includes('ogg') ? 'ogg' : 'webm'}` }, address: URL.createObjectURL(blob) });
      announce(words.recordingDone);
    });
    if (typeof begun !== 'string') {
      announce(words.recordingNow);
      return setPhase({ is: 'recording', recording: begun });
    }
    const said = begun === 'refused' ? words.recordingRefused : words.recordingUnknown;
    announce(said);
    setPhase({ is: 'idle', said });
  };
  const handIn = (held: Held, address: string): void => {
    URL.revokeObjectURL(address);
    setPhase({ is: 'idle', said: null });
    onRecorded(held);
  };
  switch (phase.is) {
    case 'recording':
      return (
        <p class="actions recording">
          <button type="button" class="primary" onClick={() => phase.recording.stop()}>{words.recordingStop}</button>
          <span class="live">{words.recordingNow} <span aria-hidden="true">{formats.clock(seconds)}</span></span>
        </p>
      );
    case 'recorded':
      return (
        <div class="recorded">
          <audio controls src={phase.address} aria-label={words.uploadListen} />
          <p class="actions">
            <button type="button" class="primary" onClick={() => handIn(phase.held, phase.address)}>{words.recordingUse}</button>
            <button type="button" class="quiet" onClick={() => { URL.revokeObjectURL(phase.address); void record(); }}>{words.recordingAgain}</button>
          </p>
        </div>
      );
    default:
      return (
        <div>
          <p class="actions"><button type="button" class="quiet" aria-disabled={phase.is === 'asking'} onClick={() => phase.is === 'idle' && void record()}>{again ? words.recordingAgain : words.recordingStart}</button></p>
          {phase.is === 'idle' && phase.said !== null && <p class="complaint">{phase.said}</p>}
        </div>
      );
  }
}
