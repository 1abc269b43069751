/** RFC 6838, section 4.2: a type and a subtype, or `*` for every subtype. */
const RANGE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/(\*|[a-z0-9][a-z0-9!#$&^_.+-]{0,126})$/;

/** Whether a text is a media type or stands for all of one kind (`audio/*`). */
export function isMediaRange(text: string): boolean {
  return RANGE.test(text);
}

/** Whether a media type, parameters and all (`audio/webm;codecs=opus`), is among those accepted. */
export function isAccepted(accept: readonly string[], mediaType: string): boolean {
  const [essence = ''] = mediaType.toLowerCase().split(';', 1);
  const plain = essence.trim();
  return RANGE.test(plain) && !plain.endsWith('/*') && accept.some((range) => {
    const wanted = range.toLowerCase();
    return wanted === plain || (wanted.endsWith('/*') && plain.startsWith(wanted.slice(0, -1)));
  });
}
