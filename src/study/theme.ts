/**
 * The one theme of the three formats (RRGGBB). Okabe and Ito's blue (2008) for bars: told apart with every common
 * colour blindness and dark enough in a grey print.
 */
export interface StudyTheme {
  readonly font: string;
  readonly ink: string;
  readonly primary: string;
  readonly bar: string;
  readonly band: string;
  readonly muted: string;
  readonly line: string;
  readonly warn: string;
}

export const defaultTheme: StudyTheme = {
  font: 'Calibri',
  ink: '1B2A41',
  primary: '1F4E79',
  bar: '0072B2',
  band: 'E8EEF5',
  muted: '5A6673',
  line: 'C5CED8',
  warn: '8A4B00',
};
