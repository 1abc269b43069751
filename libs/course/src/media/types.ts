/** What a media file is for. */
export type MediaKind = 'picture' | 'sound' | 'film' | 'captions' | 'document';

/** The files that a course may hold, by the ending of their names (in lower case). */
const types: Record<string, { kind: MediaKind; type: string }> = {
  svg: { kind: 'picture', type: 'image/svg+xml' },
  png: { kind: 'picture', type: 'image/png' },
  jpg: { kind: 'picture', type: 'image/jpeg' },
  jpeg: { kind: 'picture', type: 'image/jpeg' },
  gif: { kind: 'picture', type: 'image/gif' },
  webp: { kind: 'picture', type: 'image/webp' },
  avif: { kind: 'picture', type: 'image/avif' },
  mp3: { kind: 'sound', type: 'audio/mpeg' },
  m4a: { kind: 'sound', type: 'audio/mp4' },
  ogg: { kind: 'sound', type: 'audio/ogg' },
  opus: { kind: 'sound', type: 'audio/ogg' },
  wav: { kind: 'sound', type: 'audio/wav' },
  mp4: { kind: 'film', type: 'video/mp4' },
  webm: { kind: 'film', type: 'video/webm' },
  vtt: { kind: 'captions', type: 'text/vtt' },
  pdf: { kind: 'document', type: 'application/pdf' },
  txt: { kind: 'document', type: 'text/plain' },
  csv: { kind: 'document', type: 'text/csv' },
};

/** Kind and MIME type of a media file by its name; null: courses do not hold such files. */
export function mediaType(path: string): { kind: MediaKind; type: string } | null {
  const ending = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase();
  return ending !== undefined && Object.hasOwn(types, ending) ? types[ending] ?? null : null;
}
