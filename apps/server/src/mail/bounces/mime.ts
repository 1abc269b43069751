/** A part of a message: its fields by name in small letters, the first of each name; its text, decoded; and what it is made of. */
export interface Part { type: string; headers: Map<string, string>; body: string; parts: Part[] }

/** No report is deeper or has more parts; whoever writes one that is wants to tire us. */
const deepest = 5;
const mostParts = 50;

/** Reads a message or a part of one (RFC 5322, RFC 2045, RFC 2046), whose bytes are its characters. */
export function readPart(text: string, depth = 0): Part {
  const end = /\r?\n\r?\n/.exec(text);
  const headers = fieldsOf(end === null ? text : text.slice(0, end.index));
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  const raw = end === null ? '' : text.slice(end.index + end[0].length);
  const boundary = type.startsWith('multipart/') && depth < deepest ? /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType) : null;
  if (boundary !== null) return { type, headers, body: '', parts: piecesOf(raw, boundary[1] ?? boundary[2] ?? '').slice(0, mostParts).map((piece) => readPart(piece, depth + 1)) };
  return { type, headers, body: decoded(raw, headers.get('content-transfer-encoding') ?? ''), parts: [] };
}

function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** What stands between lines of the boundary; where the last one is missing, up to the end. */
function piecesOf(body: string, boundary: string): string[] {
  const pieces: string[][] = [];
  for (const line of body.split(/\r?\n/)) {
    const bare = line.trimEnd();
    if (bare === `--${boundary}--`) break;
    if (bare === `--${boundary}`) pieces.push([]);
    else pieces.at(-1)?.push(line);
  }
  return pieces.map((lines) => lines.join('\n'));
}

function decoded(body: string, encoding: string): string {
  switch (encoding.trim().toLowerCase()) {
    case 'base64': return Buffer.from(body, 'base64').toString('latin1');
    case 'quoted-printable': return body.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    default: return body;
  }
}
