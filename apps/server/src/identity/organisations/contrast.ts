/** A colour as the settings hold it: #rrggbb, lower case. */
export const colourShape = /^#[0-9a-f]{6}$/;
export type Scheme = 'light' | 'dark';
type Rgb = readonly [number, number, number];

/** WCAG 2.2, 1.4.3: text of ordinary size. */
const least = 4.5;
/** What an accent colour stands on: the page, a raised part of it, as in apps/web/src/look/tokens.css. */
const grounds: Record<Scheme, readonly [string, string]> = { light: ['#ffffff', '#f5f6f4'], dark: ['#141716', '#1c201f'] };
const softPart: Record<Scheme, number> = { light: 0.1, dark: 0.16 };

/** WCAG 2.2 contrast ratio of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(rgb(one)), luminance(rgb(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** A touch of the accent, for the ground of what belongs to it. */
export const soft = (accent: string, scheme: Scheme): string => mixed(grounds[scheme][0], accent, softPart[scheme]);

/** What is written on a ground of the accent colour itself. */
export const onAccent = (scheme: Scheme): string => grounds[scheme][0];

/** Why a colour can't be the accent of a scheme, with the nearest that can; null: it can. */
export function accentFault(accent: string, scheme: Scheme): string | null {
  const worst = worstContrast(accent, scheme);
  if (worst >= least) return null;
  return `On the ${scheme} ground this colour has a contrast of ${shown(worst)} to 1, and text needs ${least} to 1 to be readable. The nearest that has it is ${readable(accent, scheme)}.`;
}

/** The colour itself where it can be read on the scheme's grounds, else the nearest darker (or in dark, lighter) one that can. */
export function readable(accent: string, scheme: Scheme): string {
  const towards = scheme === 'light' ? '#000000' : '#ffffff';
  for (let part = 0; part < 1; part += 0.02) {
    const colour = mixed(accent, towards, part);
    if (worstContrast(colour, scheme) >= least) return colour;
  }
  return towards;
}

function worstContrast(accent: string, scheme: Scheme): number {
  return Math.min(...[...grounds[scheme], soft(accent, scheme)].map((ground) => contrast(accent, ground)));
}

// Never rounded up to what it does not reach.
const shown = (ratio: number): string => (Math.floor(ratio * 10) / 10).toFixed(1);
const rgb = (colour: string): Rgb => [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16)) as unknown as Rgb;

function mixed(one: string, other: string, part: number): string {
  const [a, b] = [rgb(one), rgb(other)];
  return `#${a.map((value, index) => Math.round(value * (1 - part) + (b[index] ?? 0) * part).toString(16).padStart(2, '0')).join('')}`;
}

// WCAG 2.2, "relative luminance".
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
