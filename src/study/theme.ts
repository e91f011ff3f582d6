import { StudyError } from './data';

/** A picture shown on the first page. */
export interface Logo {
  readonly bytes: Uint8Array;
  readonly kind: 'png' | 'jpeg';
  /** In pixels: only their ratio matters. */
  readonly width: number;
  readonly height: number;
}

/**
 * The one theme of the three formats (RRGGBB). Okabe and Ito's colours (2008) for charts: told apart with every common
 * colour blindness; the blue is dark enough in a grey print.
 */
export interface StudyTheme {
  readonly font: string;
  readonly ink: string;
  readonly primary: string;
  readonly bar: string;
  readonly second: string;
  readonly band: string;
  readonly muted: string;
  readonly line: string;
  readonly warn: string;
  readonly logo?: Logo;
}

/** The appearance of a study whose union has set none. */
export const defaultTheme: StudyTheme = {
  font: 'Calibri',
  ink: '1B2A41',
  primary: '1F4E79',
  bar: '0072B2',
  second: 'D55E00',
  band: 'E8EEF5',
  muted: '5A6673',
  line: 'C5CED8',
  warn: '8A4B00',
};

interface Setting {
  readonly name: string;
  readonly key: Exclude<keyof StudyTheme, 'logo' | 'muted' | 'line' | 'warn'> | 'logo';
  readonly explanation: string;
  /** Read on white by people: the least contrast it may have (WCAG 2.2: 4.5 for text, 3 for marks). */
  readonly contrast?: number;
  /** Text is written on it. */
  readonly ground?: true;
}

/** What a union can change, as the form names it. */
export const themeSettings: readonly Setting[] = [
  {
    name: 'Police',
    key: 'font',
    explanation: 'Une police que vos lecteurs ont aussi, comme Calibri ou Arial.',
  },
  {
    name: 'Couleur principale',
    key: 'primary',
    explanation: 'Titres, en-têtes de tableaux, cartes.',
    contrast: 4.5,
  },
  { name: 'Couleur du texte', key: 'ink', explanation: 'Le texte courant.', contrast: 4.5 },
  { name: 'Couleur des graphiques', key: 'bar', explanation: 'Barres et lignes.', contrast: 3 },
  {
    name: 'Seconde couleur',
    key: 'second',
    explanation: 'La seconde série d’un graphique : cibles, objectifs.',
    contrast: 3,
  },
  {
    name: 'Fond des encadrés',
    key: 'band',
    explanation: 'Derrière les chiffres clés : une couleur claire.',
    ground: true,
  },
  { name: 'Logo', key: 'logo', explanation: 'Le nom d’une image PNG ou JPEG, rangée à côté de ce classeur.' },
];

/** A setting as written, and where, for messages. */
export interface WrittenSetting {
  readonly name: string;
  readonly value: string;
  readonly place: string;
}

/**
 * The theme with what was written changed.
 * @param readLogo the bytes of the picture named; undefined when there is no such file
 * @throws {StudyError} for an unknown setting, a colour that is not one or cannot be read, a picture that is not one
 */
export async function themeOf(
  written: readonly WrittenSetting[],
  readLogo: (name: string) => Promise<Uint8Array | undefined>,
): Promise<StudyTheme> {
  const changed: { -readonly [Key in keyof StudyTheme]?: StudyTheme[Key] } = {};
  const problems: string[] = [];
  for (const { name, value, place } of written.filter((one) => one.value !== '')) {
    const setting = themeSettings.find((one) => one.name.toLowerCase() === name.toLowerCase());
    const report = (problem: string): number => problems.push(`${place} : ${problem}`);
    if (!setting) {
      report(
        `« ${name} » n’est pas un réglage ; choisissez ${themeSettings.map((one) => one.name).join(', ')}.`,
      );
    } else if (setting.key === 'font') {
      changed.font = value.replace(/["<>&]/g, '');
    } else if (setting.key === 'logo') {
      const bytes = await readLogo(value);
      const logo = bytes && pictureOf(bytes);
      if (logo) changed.logo = logo;
      else
        report(
          bytes
            ? `« ${value} » n’est pas une image PNG ou JPEG ; convertissez-la.`
            : `l’image « ${value} » est introuvable ; rangez-la à côté du fichier qui la nomme.`,
        );
    } else {
      const colour = /^#?([0-9a-f]{6})$/i.exec(value)?.[1]?.toUpperCase();
      const problem = colour === undefined ? notAColour(value) : unreadable(colour, setting);
      if (problem !== undefined) report(problem);
      else if (colour !== undefined) changed[setting.key] = colour;
    }
  }
  if (problems.length > 0) throw new StudyError(problems.join('\n'));
  return { ...defaultTheme, ...changed };
}

const notAColour = (value: string): string =>
  `« ${value} » n’est pas une couleur ; écrivez six chiffres ou lettres de A à F, comme 1F4E79.`;

function unreadable(colour: string, { name, contrast, ground }: Setting): string | undefined {
  const least = contrast ?? (ground ? 4.5 : 0);
  const found = contrastOf(colour, ground ? defaultTheme.ink : 'FFFFFF');
  if (found >= least) return undefined;
  const on = ground ? 'le texte ne s’y lirait pas' : 'elle ne se lirait pas sur du blanc';
  return `« ${name} » ${colour} : ${on} (contraste ${found.toFixed(1).replace('.', ',')}, au moins ${String(least).replace('.', ',')}) ; choisissez une couleur plus ${ground ? 'claire' : 'foncée'}.`;
}

/** Relative luminance, as WCAG 2.2 defines it. */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** A PNG's size stands in its first chunk, a JPEG's in its frame header (ISO/IEC 10918-1, SOF markers). */
function pictureOf(bytes: Uint8Array): Logo | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47)
    return sized({ bytes, kind: 'png', width: view.getUint32(16), height: view.getUint32(20) });
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < bytes.length;) {
    const marker = view.getUint16(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame)
      return sized({ bytes, kind: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) });
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

const sized = (logo: Logo): Logo | undefined => (logo.width > 0 && logo.height > 0 ? logo : undefined);
