import type { Locale } from '../../formula';
import type { Note, Quality } from '../document';

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `¹²` for 12: a mark that stays in the text, whatever the format. */
const mark = (number: number): string =>
  [...String(number)].map((digit) => digits[Number(digit)] ?? '').join('');

const openings: Readonly<Record<Quality, Readonly<Record<Locale, string>>>> = {
  extrapolated: {
    fr: 'Redressé de la non-réponse ; part extrapolée',
    en: 'Adjusted for non-response; extrapolated share',
  },
  adjusted: {
    fr: 'Taux redressé de la non-réponse ; écart avec les seuls répondants',
    en: 'Rate adjusted for non-response; difference from respondents alone',
  },
  masked: {
    fr: 'Secret : chiffre masqué pour protéger les données d’un bailleur',
    en: 'Masked to protect the data of one landlord',
  },
  insufficient: {
    fr: 'n.c. : trop peu de réponses pour donner un chiffre',
    en: 'n.c.: too few answers to give a figure',
  },
  range: {
    fr: 'Fourchette selon les coefficients publiés',
    en: 'Range according to the published coefficients',
  },
  to_confirm: { fr: 'Définition ou source à confirmer', en: 'Definition or source to be confirmed' },
  partial: {
    fr: 'Bailleurs répondants seulement ; part des logements couverte',
    en: 'Responding landlords only; share of dwellings covered',
  },
  entered: { fr: 'Chiffre saisi pour l’étude', en: 'Figure entered for the study' },
};

/** Letters that a note may take where room is scarce. */
const SHORT = 260;

/** A detail of a note: which figure, where, and how much. */
export interface Detail {
  readonly label: string;
  readonly place?: string;
  /** The place and the year are the study's: they go without saying. */
  readonly own?: boolean;
  readonly text?: string;
}

/** The footnotes of a chapter: one number for each quality, its details gathered by figure. */
export class Notes {
  private readonly details = new Map<Quality, Map<string, Map<string, Detail>>>();

  constructor(private readonly locale: Locale) {}

  /** The mark of a quality; the detail is added to its note. */
  mark(quality: Quality, detail?: Detail): string {
    const known = this.details.get(quality) ?? new Map<string, Map<string, Detail>>();
    this.details.set(quality, known);
    if (detail !== undefined) {
      const said = known.get(detail.label) ?? new Map<string, Detail>();
      known.set(detail.label, said);
      said.set(`${detail.place ?? ''} ${detail.text ?? ''}`, detail);
    }
    return mark([...this.details.keys()].indexOf(quality) + 1);
  }

  list(): Note[] {
    return [...this.details].map(([quality, details], at) => {
      const opening = openings[quality][this.locale];
      const colon = this.locale === 'fr' ? ' : ' : ': ';
      const items = [...details].map(([label, said]) => itemOf(label, [...said.values()]));
      const list = items.length > 0 ? `${colon}${items.join(' ; ')}` : '';
      const text = `${mark(at + 1)} ${opening}${list}.`;
      const short = text.length <= SHORT ? text : `${mark(at + 1)} ${opening}${colon}${this.few(items)}.`;
      return { mark: mark(at + 1), text, short };
    });
  }

  /** The first details, as many as fit, and how many are left. */
  private few(items: readonly string[]): string {
    let kept = 0;
    let length = 0;
    while (kept < items.length && (kept === 0 || length + (items[kept]?.length ?? 0) < SHORT - 120)) {
      length += items[kept]?.length ?? 0;
      kept += 1;
    }
    const left = items.length - kept;
    const shown = items.slice(0, kept).map((one) => (one.length > 150 ? `${one.slice(0, 149)}…` : one));
    if (left === 0) return shown.join(' ; ');
    const more =
      this.locale === 'fr'
        ? `et ${left} autre${left > 1 ? 's' : ''} chiffre${left > 1 ? 's' : ''}, au long dans le document et le classeur`
        : `and ${left} other figure${left > 1 ? 's' : ''}, in full in the document and the workbook`;
    return [...shown, more].join(' ; ');
  }
}

/** `Logements mis en service (Normandie 10 %, Eure 22 %)`; `… 10 %` where the study's territory goes without saying. */
function itemOf(label: string, details: readonly Detail[]): string {
  const told = details.filter(({ text }) => text !== undefined);
  const [only] = told;
  if (!only) return label;
  if (told.length === 1 && only.own) return `${label} ${only.text ?? ''}`;
  const list = told.map(({ place, text }) => [place, text].filter((one) => one !== undefined).join(' '));
  return `${label} (${list.join(', ')})`;
}

/** Several marks in a row are told apart: `¹˒²`. */
export function joinMarks(marks: readonly string[]): string {
  return marks.join('˒');
}
