import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Teal of the river pilot; shade 7 has 4.5:1 on white, shade 4 on the dark ground. */
const lotse: MantineColorsTuple = [
  '#e6f6f7',
  '#cfe9eb',
  '#a0d2d6',
  '#6dbac0',
  '#45a6ae',
  '#2a99a2',
  '#128a94',
  '#0b6e75',
  '#075f66',
  '#004e54',
];

/** Red of what cannot be undone: Mantine's own, darker from shade 5 on, so that shade 7 has 4.5:1 on white. */
const red: MantineColorsTuple = [
  '#fff5f5',
  '#ffe3e3',
  '#ffc9c9',
  '#ffa8a8',
  '#ff8787',
  '#fa5252',
  '#e03131',
  '#c92a2a',
  '#b02525',
  '#8f1d1d',
];

/** One look: spacing 4/8/12/16/24/32, two text sizes beside headings, one accent. */
export const theme = createTheme({
  primaryColor: 'lotse',
  primaryShade: 7,
  autoContrast: true,
  colors: { lotse, red },
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
  defaultRadius: 'md',
  cursorType: 'pointer',
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.125rem' }, h3: { fontSize: '1rem' } },
  },
});
