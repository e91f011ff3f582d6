import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';

/** How the pane looks: as Excel does, or as the person has set the system. */
export type Appearance = 'light' | 'dark' | 'contrast';

/** Shades of the blue of the workbooks we write, dark to light. */
const brand: BrandVariants = {
  10: '#05101a',
  20: '#0a1d2e',
  30: '#102942',
  40: '#163756',
  50: '#1c446b',
  60: '#1f4e79',
  70: '#275f93',
  80: '#2d6da8',
  90: '#3a7fbf',
  100: '#5191cc',
  110: '#6ba3d6',
  120: '#87b5de',
  130: '#a2c6e6',
  140: '#bcd6ee',
  150: '#d6e6f5',
  160: '#eef5fb',
};

// Links and marks are read on a dark ground: two shades lighter than Fluent's choice for this blue.
const dark: Theme = {
  ...createDarkTheme(brand),
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[130],
  colorBrandForegroundLinkHover: brand[140],
  colorBrandForegroundLinkPressed: brand[120],
  colorCompoundBrandForeground1: brand[120],
  colorCompoundBrandStroke: brand[110],
};

const light: Theme = { ...createLightTheme(brand), colorBrandBackground: brand[60] };

export const themes: Readonly<Record<Appearance, Theme>> = { light, dark, contrast: teamsHighContrastTheme };
