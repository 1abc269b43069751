/** One thing drawn on a certificate, in points from the top left. The PDF and the preview draw the same. */
export type Mark =
  | { kind: 'text'; /** in the structure tree */ role: 'H1' | 'P'; lines: string[]; x: number; y: number; width: number; size: number; lineHeight: number; face: Face; colour: string; align: 'left' | 'center' | 'right' }
  | { kind: 'frame'; x: number; y: number; width: number; height: number; line: number; colour: string }
  | { kind: 'line'; x: number; y: number; width: number; colour: string }
  | { kind: 'picture'; id: string; alt: string; x: number; y: number; width: number; height: number }
  | { kind: 'code'; alt: string; modules: boolean[][]; x: number; y: number; size: number };
export type Face = 'regular' | 'bold';
export interface Sheet { width: number; height: number; marks: Mark[] }

/** How wide a text is in points. */
export type Measure = (text: string, face: Face, size: number) => number;

/** Breaks a text into lines no wider than `width`; a word that is wider is broken. */
export function linesOf(text: string, width: number, measured: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/).filter((part) => part !== '')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (measured(longer) <= width) { line = longer; continue; }
      if (line !== '') lines.push(line);
      line = word;
      while (measured(line) > width && line.length > 1) {
        let fits = line.length - 1;
        while (fits > 1 && measured(line.slice(0, fits)) > width) fits -= 1;
        lines.push(line.slice(0, fits));
        line = line.slice(fits);
      }
    }
    if (line !== '') lines.push(line);
  }
  return lines;
}
