import type { Locale } from '../../formula';
import type { Quality } from '../document';

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `¹²` for 12: a mark that stays in the text, whatever the format. */
const mark = (number: number): string =>
  [...String(number)].map((digit) => digits[Number(digit)] ?? '').join('');

const openings: Readonly<Record<Quality, Readonly<Record<Locale, string>>>> = {
  extrapolated: {
    fr: 'Redressé de la non-réponse ; part extrapolée',
    en: 'Adjusted for non-response; extrapolated share',
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
  published_elsewhere: { fr: 'Repère publié ailleurs', en: 'Benchmark published elsewhere' },
};

/** The footnotes of a chapter: one number for each quality, its details added up. */
export class Notes {
  private readonly details = new Map<Quality, Set<string>>();

  constructor(private readonly locale: Locale) {}

  /** The mark of a quality; the detail (`Calvados : 12 %`) is added to its note. */
  mark(quality: Quality, detail?: string): string {
    const known = this.details.get(quality) ?? new Set<string>();
    this.details.set(quality, known);
    if (detail !== undefined) known.add(detail);
    return mark([...this.details.keys()].indexOf(quality) + 1);
  }

  list(): string[] {
    return [...this.details].map(([quality, details], at) => {
      const opening = openings[quality][this.locale];
      const colon = this.locale === 'fr' ? ' : ' : ': ';
      const list = details.size > 0 ? `${colon}${[...details].join(' ; ')}` : '';
      return `${mark(at + 1)} ${opening}${list}.`;
    });
  }
}

/** Several marks in a row are told apart: `¹˒²`. */
export function joinMarks(marks: readonly string[]): string {
  return marks.join('˒');
}
