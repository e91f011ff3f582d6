import type { Catalogue, Indicator } from '../../catalogue';
import { formatNumber, formatQuantity, type Locale } from '../../formula';
import { levelOf, nestedLevels } from '../../territory';
import type { StudyCell, StudySource } from '../data';
import type { Quality, Value } from '../document';
import { amount } from '../language/amounts';
import { placeName } from '../language/places';
import type { Speakable } from '../language/sentence';
import { type Detail, joinMarks, type Notes } from './notes';

/** Below that, the reader is told how much of the stock a figure speaks of. */
const FULL_COVERAGE = 0.9;

const withoutValue: Readonly<Record<Locale, Readonly<Record<'masked' | 'insufficient' | 'other', string>>>> =
  {
    fr: { masked: 'secret', insufficient: 'n.c.', other: '–' },
    en: { masked: 'masked', insufficient: 'n.c.', other: '–' },
  };

/** The figures of one workbook, as the chapters ask for them. */
export class Scope {
  private readonly cells: ReadonlyMap<string, StudyCell>;
  /** The territories inside the study's, in the order of the workbook: the largest of one level. */
  readonly inside: readonly string[];
  /** The zones of the zoning tables it was consolidated by. */
  readonly zones: readonly string[];

  constructor(
    readonly source: StudySource,
    readonly catalogue: Catalogue,
    readonly locale: Locale,
    /** Whether its notes say the year: it is not the year of the study. */
    private readonly dated = false,
  ) {
    this.cells = new Map(source.cells.map((one) => [`${one.code} ${one.territory}`, one]));
    const others = [...new Set(source.cells.map((one) => one.territory))].filter(
      (one) => one !== source.territory,
    );
    this.zones = others.filter((one) => levelOf(one) === 'ZONE');
    const level = nestedLevels.find((one) => others.some((other) => levelOf(other) === one));
    this.inside = others.filter((one) => levelOf(one) === level);
  }

  cell(code: string, territory: string): StudyCell | undefined {
    return this.cells.get(`${code} ${territory}`);
  }

  /** A number to show, with the marks of what a reader must know of it. */
  value(code: string, territory: string, notes: Notes): Value {
    const indicator = this.catalogue.indicators.get(code);
    const cell = this.cell(code, territory);
    const { decimals = 0 } = indicator ?? {};
    const unit = cell?.unit ?? indicator?.unit ?? '';
    const year = cell?.year ?? this.source.year;
    const base = { code, territory, year, unit, decimals, origin: 'consolidation' as const };
    if (!cell || cell.value === null) return { ...base, value: null, ...this.absence(cell, notes) };
    const marks = indicator ? this.marksOf(cell, indicator, notes) : '';
    return { ...base, value: cell.value, text: amount(cell.value, unit, decimals, this.locale), marks };
  }

  /** For sentences: undefined where there is nothing to say. */
  speakable(code: string, territory: string, notes: () => Notes): Speakable | undefined {
    const cell = this.cell(code, territory);
    if (!cell || cell.value === null) return undefined;
    const { marks, decimals } = this.value(code, territory, notes());
    const { value, low, high, unit } = cell;
    return { value, low, high, unit, decimals, marks };
  }

  private absence(cell: StudyCell | undefined, notes: Notes): Pick<Value, 'text' | 'marks'> {
    const status = cell?.status;
    const words = withoutValue[this.locale];
    if (status === 'masked' || status === 'insufficient')
      return { text: words[status], marks: notes.mark(status) };
    return { text: words.other, marks: '' };
  }

  private marksOf(cell: StudyCell, indicator: Indicator, notes: Notes): string {
    const { locale } = this;
    const label = indicator.label[locale].replaceAll("'", '’');
    const own = cell.territory === this.source.territory && !this.dated;
    const place = placeName(cell.territory) + (this.dated ? ` ${cell.year}` : '');
    const percent = (value: number): string => formatQuantity(value, '%', { locale, decimals: 0 });
    const found: (readonly [Quality, Detail])[] = [];
    const { extrapolatedShare, coverage, low, high } = cell;
    if (extrapolatedShare !== null && extrapolatedShare !== 0) {
      const text = aboutPercent(extrapolatedShare, locale);
      // A rate has no extrapolated part: what it was among respondents may be more or less.
      const isRate = indicator.extrapolation === 'ratio' || extrapolatedShare < 0;
      found.push([isRate ? 'adjusted' : 'extrapolated', { label, place, own, text }]);
    } else if (
      coverage !== null &&
      coverage < FULL_COVERAGE &&
      this.source.internal &&
      indicator.consolidation !== 'quality'
    )
      found.push(['partial', { label, place, own, text: percent(coverage) }]);
    if (low !== null && high !== null && low !== high) {
      const end = (value: number): string => formatNumber(value, { locale, decimals: indicator.decimals });
      const text =
        locale === 'fr'
          ? `de ${end(low)} à ${amount(high, cell.unit, indicator.decimals, locale)}`
          : `${end(low)} to ${amount(high, cell.unit, indicator.decimals, locale)}`;
      found.push(['range', { label, place, own, text }]);
    }
    if (indicator.confidence === 'to_confirm') found.push(['to_confirm', { label }]);
    return joinMarks(found.map(([quality, detail]) => notes.mark(quality, detail)));
  }
}

/** A share that rounds to nothing is still a share. */
function aboutPercent(value: number, locale: Locale): string {
  if (Math.abs(value) < 0.005) return locale === 'fr' ? 'moins de 1\u00a0%' : 'under 1%';
  const text = formatQuantity(Math.abs(value), '%', { locale, decimals: 0 });
  return value < 0 ? `−${text}` : text;
}
