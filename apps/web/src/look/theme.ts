import { createTheme, localStorageColorSchemeManager, type MantineColorsTuple } from '@mantine/core';

/** The one accent: what can be done. Shade 7 on white and shade 3 on the dark ground both have a contrast above 4.5. */
const petrol: MantineColorsTuple = [
  '#edf6f7', '#d5e9eb', '#a9d3d8', '#7cc0c8', '#4ba4ae', '#2f8f9b', '#1a7480', '#10626d', '#0c515a', '#073f47',
];

export const theme = createTheme({
  colors: { petrol },
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
