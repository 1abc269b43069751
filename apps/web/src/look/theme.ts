import { createTheme, defaultVariantColorsResolver, localStorageColorSchemeManager, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent, the player's too: what can be done. Shade 7 on white and shade 4 on the dark ground have a contrast above 4.5. */
const teal: MantineColorsTuple = [
  '#e9f5f2', '#cfe9e3', '#a6dad0', '#7dd3c4', '#62cbbb', '#2f9a8b', '#157a6d', '#0a6459', '#08524a', '#053c36',
];

/** Mantine's dark greys with the tint of our dark ground: fields, menus and dialogs belong to the page. */
const dark: MantineColorsTuple = [
  '#e6e9e7', '#c4cac7', '#a2aaa6', '#7c8581', '#4a514e', '#2e3432', '#1c201f', '#141716', '#0f1211', '#0a0c0b',
];

export const theme = createTheme({
  colors: { teal, dark },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver: (input) => ({ ...defaultVariantColorsResolver(input), ...(input.variant === 'filled' ? { color: 'var(--on-accent)' } : {}) }),
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Checkbox: { defaultProps: { iconColor: 'var(--on-accent)' } },
    Menu: { defaultProps: { transitionProps: { duration: 100 } } },
    ModalRoot: { defaultProps: { transitionProps: { duration: 120 }, centered: true } },
  },
});

/** The same key as in public/colour-scheme.js, which reads it before the first paint. */
export const colourSchemes = localStorageColorSchemeManager({ key: 'preceptor-colour-scheme' });

const ours = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-placeholder': 'var(--quiet)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--ground)',
  '--mantine-color-default-hover': 'var(--raised)',
  '--mantine-color-default-border': 'var(--control-line)',
  '--mantine-color-anchor': 'var(--accent)',
};
/** Mantine's own colours by meaning are those of tokens.css. */
export const colourVariables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours });
