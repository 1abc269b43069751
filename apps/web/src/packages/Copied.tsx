import { useRef, useState } from 'react';

/** A text that is checked against another elsewhere, with a button that copies it. */
export function Copied({ text, what }: { text: string; what: string }) {
  const place = useRef<HTMLElement>(null);
  const [told, setTold] = useState('');
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setTold('Copied');
    } catch {
      // Without a safe connection a page may not write there: marked, it is one key away.
      if (place.current !== null) getSelection()?.selectAllChildren(place.current);
      setTold('Marked: copy it with the keyboard');
    }
  }
  return (
    <span className="copied"><code ref={place}>{text}</code> <button type="button" className="link" aria-label={`Copy ${what}`} onClick={() => void copy()}>Copy</button> <span role="status" className="small quiet">{told}</span></span>
  );
}
