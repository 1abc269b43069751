import { createTheme, localStorageColorSchemeManager, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent: what can be done. Shade 7 on white and shade 3 on the dark ground both have a contrast above 4.5. */
const petrol: MantineColorsTuple = [
  '#edf6f7', '#d5e9eb', '#a9d3d8', '#7cc0c8', '#4ba4ae', '#2f8f9b', '#1a7480', '#10626d', '#0c515a', '#073f47',
];

/** Mantine's dark greys with the tint of our dark ground: fields, menus and dialogs belong to the page. */
const dark: MantineColorsTuple = [
  '#e7edeb', '#c3cdca', '#a3b0ad', '#71807c', '#4a5754', '#2b3432', '#1b2221', '#131817', '#0e1211', '#090c0b',
];

export const theme = createTheme({
  colors: { petrol, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Menu: { defaultProps: { transitionProps: { duration: 100 } } },
    Modal: { defaultProps: { transitionProps: { duration: 120 }, centered: true } },
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
