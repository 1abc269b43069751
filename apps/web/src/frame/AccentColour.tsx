import type { Person } from '../session/roles.js';

const shape = /^#[0-9a-f]{6}$/;

/** Puts the organisation's accent colour in the place of Preceptor's: the server has made sure that it can be read. */
export function AccentColour({ accent }: { accent: Person['organisation']['accent'] }) {
  if (accent === null || !Object.values(accent).filter((value) => value.startsWith('#')).every((value) => shape.test(value))) return null;
  return <style>{rules('light', accent.light, accent.lightSoft, '#ffffff') + rules('dark', accent.dark, accent.darkSoft, '#141716')}</style>;
}

/** Mantine writes its own variables for the scheme, which these must outweigh. */
function rules(scheme: string, accent: string, soft: string, on: string): string {
  const primary = ['--mantine-primary-color-filled', '--mantine-color-teal-filled', '--mantine-color-teal-text', '--mantine-color-teal-light-color', '--mantine-color-teal-outline'];
  const hover = ['--mantine-primary-color-filled-hover', '--mantine-color-teal-filled-hover'];
  return `:root:root[data-mantine-color-scheme='${scheme}'] { --accent: ${accent}; --accent-soft: ${soft}; --on-accent: ${on}; ${primary.map((name) => `${name}: ${accent};`).join(' ')} ${hover.map((name) => `${name}: color-mix(in srgb, ${accent} 88%, var(--text));`).join(' ')} }\n`;
}
