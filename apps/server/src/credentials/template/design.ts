import { z } from 'zod';
import { credentialsErrors } from '../errors.js';

/** What a text of a template may hold in braces, and what is set in there. */
export const placeholders = ['name', 'course', 'version', 'hours', 'date', 'organisation', 'cohort', 'licence'] as const;

const line = (most: number) => z.string().trim().max(most, `A text of this kind has at most ${most} characters.`).refine((text) => unknownIn(text) === null, { error: (issue) => `{${unknownIn(String(issue.input)) ?? ''}} is not known: use ${placeholders.map((name) => `{${name}}`).join(', ')}.` });
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'A colour is written #rrggbb.').transform((text) => text.toLowerCase());
const image = z.string().regex(/^[0-9a-f]{64}$/, 'There is no such picture.').nullish().transform((id) => id ?? null);

/** How an organisation's certificates look and what they say besides the facts. */
export const designInput = z.object({
  paper: z.enum(['A4', 'LETTER']),
  border: z.enum(['NONE', 'LINE', 'DOUBLE']),
  colour, accent: colour,
  logo: image, logoAlt: line(120),
  heading: line(60).min(1, 'Give the certificate a heading.'),
  above: line(160), below: line(400),
  signatory: line(120), signatoryTitle: line(120),
  signature: image,
  footer: line(300),
});
export type Design = z.output<typeof designInput>;
export type DesignInput = z.input<typeof designInput>;

export const usualDesign: Design = {
  paper: 'A4', border: 'LINE', colour: '#1d2a3a', accent: '#1f5f8b', logo: null, logoAlt: '', heading: 'Certificate of completion', above: 'This certifies that', below: 'has completed {course}',
  signatory: '', signatoryTitle: '', signature: null, footer: '',
};

/** Refuses a colour that can't be read on white (WCAG 2.2, 1.4.3). */
export function ensureReadable({ colour: ink, accent }: Design): void {
  for (const [name, value] of [['colour', ink], ['accent', accent]] as const) if (contrastWithWhite(value) < 4.5) throw credentialsErrors.LOW_CONTRAST({ path: ['input', name] });
}

/** 1..21, by WCAG's relative luminance. */
export function contrastWithWhite(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

/** A text with what its placeholders stand for; one that stands for nothing leaves nothing. */
export const filled = (text: string, values: Readonly<Record<(typeof placeholders)[number], string>>): string => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
  const known = placeholders.find((placeholder) => placeholder === name);
  return known === undefined ? whole : values[known];
});

function unknownIn(text: string): string | null {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).find((name) => !placeholders.some((known) => known === name)) ?? null;
}
