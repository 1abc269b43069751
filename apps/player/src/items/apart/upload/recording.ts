import { isAccepted } from '@preceptor/assessment';

export interface Recording { stop(): void }
/** `refused`: the microphone may not be used; `unknown`: this browser can't record what is accepted. */
export type NoRecording = 'refused' | 'unknown';

const types = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
const SLICE_MS = 1_000;

/** Begins to record the microphone. `onDone` is given the sound when it is stopped, or when it has grown to `maxBytes`. */
export async function startRecording(accept: readonly string[], maxBytes: number, onDone: (sound: Blob, mediaType: string) => void): Promise<Recording | NoRecording> {
  // Outside a secure context there are no devices (Media Capture and Streams, 9.2), whatever the type says.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const mimeType = typeof MediaRecorder === 'undefined' ? undefined : types.find((type) => isAccepted(accept, type) && MediaRecorder.isTypeSupported(type));
  if (devices === undefined || mimeType === undefined) return 'unknown';
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({ audio: true });
  } catch {
    return 'refused';
  }
  const recorder = new MediaRecorder(stream, { mimeType });
  const chunks: Blob[] = [];
  let bytes = 0;
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  recorder.addEventListener('dataavailable', ({ data }) => {
    // What would be too large to hand in is not taken up: what was said until then is.
    if (bytes + data.size > maxBytes) return stop();
    chunks.push(data);
    bytes += data.size;
  });
  recorder.addEventListener('stop', () => {
    for (const track of stream.getTracks()) track.stop();
    const [mediaType = mimeType] = mimeType.split(';');
    onDone(new Blob(chunks, { type: mediaType }), mediaType);
  });
  recorder.start(SLICE_MS);
  return { stop };
}
