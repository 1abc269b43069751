const types: Record<string, { type: string; compress: boolean }> = {
  html: { type: 'text/html; charset=utf-8', compress: true },
  js: { type: 'text/javascript; charset=utf-8', compress: true },
  css: { type: 'text/css; charset=utf-8', compress: true },
  json: { type: 'application/json', compress: true },
  xml: { type: 'application/xml', compress: true },
  xsd: { type: 'application/xml', compress: true },
  dtd: { type: 'application/xml-dtd', compress: true },
  svg: { type: 'image/svg+xml', compress: true },
  vtt: { type: 'text/vtt; charset=utf-8', compress: true },
  txt: { type: 'text/plain; charset=utf-8', compress: true },
  wav: { type: 'audio/wav', compress: false },
  mp3: { type: 'audio/mpeg', compress: false },
  m4a: { type: 'audio/mp4', compress: false },
  ogg: { type: 'audio/ogg', compress: false },
  mp4: { type: 'video/mp4', compress: false },
  webm: { type: 'video/webm', compress: false },
  png: { type: 'image/png', compress: false },
  jpg: { type: 'image/jpeg', compress: false },
  jpeg: { type: 'image/jpeg', compress: false },
  gif: { type: 'image/gif', compress: false },
  webp: { type: 'image/webp', compress: false },
  avif: { type: 'image/avif', compress: false },
  pdf: { type: 'application/pdf', compress: false },
};

/** The media type of a path by its ending, with the charset of texts, and whether deflate gains anything on it. */
export function mediaTypeOf(path: string): { type: string; compress: boolean } {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return types[ending] ?? { type: 'application/octet-stream', compress: false };
}

/** The media types of many paths, each once, without parameters, sorted: for metadata. */
export function mediaTypes(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => mediaTypeOf(path).type.split(';')[0] ?? ''))].sort();
}
