import { reviewParts, type ReviewLine, type ReviewPart } from '../data';
import type { Block, Figure, TableCell, Value } from '../document';
import { quoted } from '../language/quotes';
import { amount, shortAmount, unitBeside } from '../language/amounts';
import type { Desk } from './build';
import { chart } from './charts';
import { labelOf } from './figures';

/**
 * The parts of the review: their names, and the indicator of the landlords that usually counts the same things. A
 * regional total of Action Logement holds what its own subsidiaries, landlords too, declare.
 */
const parts: Readonly<
  Record<ReviewPart, { readonly fr: string; readonly en: string; readonly overlaps: string }>
> = {
  aids: { fr: 'Aides et services', en: 'Aids and services', overlaps: 'FIN-09' },
  households: { fr: 'Ménages logés', en: 'Households housed', overlaps: 'POP-12' },
  approvals: { fr: 'Agréments', en: 'Approvals', overlaps: 'OFF-01' },
  starts: { fr: 'Mises en chantier', en: 'Starts', overlaps: '' },
  deliveries: { fr: 'Livraisons', en: 'Deliveries', overlaps: 'OFF-02' },
  acquisitions: { fr: 'Acquisitions', en: 'Acquisitions', overlaps: 'ECO-01' },
};

const words = {
  fr: {
    label: 'Intitulé',
    previous: 'Année précédente',
    change: 'Évolution',
    target: 'Objectif',
    rate: 'Atteint',
    source: 'Source',
  },
  en: {
    label: 'Item',
    previous: 'Previous year',
    change: 'Change',
    target: 'Target',
    rate: 'Met',
    source: 'Source',
  },
} as const;

/** The yearly review of the form. */
export function reviewBlocks(which: 'figures' | 'tables' | 'charts' | 'overlaps', desk: Desk): Block[] {
  const { year } = desk.scope.source;
  const lines = desk.data.contents.review.filter((one) => one.year === year);
  if (lines.length === 0) return [];
  if (which === 'figures') return figures(lines, desk);
  if (which === 'overlaps') return overlaps(lines, desk);
  if (which === 'charts') return charts(lines, desk);
  return reviewParts.flatMap((part): Block[] => {
    const some = lines.filter((one) => one.part === part);
    return some.length === 0 ? [] : [table(part, some, desk)];
  });
}

type Field = 'value' | 'previous' | 'target';

const fieldCode: Readonly<Record<Field, string>> = { value: '', previous: ' N-1', target: ' objectif' };

function entered(line: ReviewLine, field: Field, desk: Desk): Value {
  const { locale, source } = desk.scope;
  const { unit, label, part, year } = line;
  const value = line[field];
  const decimals = value !== null && Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0;
  return {
    code: `${parts[part].fr} : ${label}${fieldCode[field]}`,
    territory: line.territory ?? source.territory,
    year: field === 'previous' ? year - 1 : year,
    value,
    unit,
    decimals,
    text: value === null ? '–' : amount(value, counted(unit, value), decimals, locale),
    marks:
      value === null
        ? ''
        : desk.notes.mark('entered', line.source === '' ? undefined : { label: line.source }),
    origin: 'entered',
  };
}

/** A word of the form's own in the plural: the units of the catalogue agree by themselves. */
function counted(unit: string, value: number): string {
  const known = /^(€|%|logement|personne|ménage|commune|emploi|entreprise|plan|place|convention|heure)/.test(
    unit,
  );
  return known || Math.abs(value) < 2 || !/^\p{L}+[^sxz]$/u.test(unit) ? unit : `${unit}s`;
}

function figures(lines: readonly ReviewLine[], desk: Desk): Block[] {
  const text = words[desk.scope.locale];
  const shown = lines.flatMap((line): Figure[] => {
    const value = entered(line, 'value', desk);
    const previous = entered(line, 'previous', desk);
    if (value.value === null) return [];
    const beside = previous.value === null ? {} : { beside: `${text.previous} : ${previous.text}` };
    return [{ label: line.label, value, ...beside }];
  });
  return shown.length === 0 ? [] : [{ kind: 'figures', figures: shown.slice(0, 12) }];
}

function table(part: ReviewPart, lines: readonly ReviewLine[], desk: Desk): Block {
  const { locale, source } = desk.scope;
  const text = words[locale];
  const rows = lines.map((line): TableCell[] => {
    const value = entered(line, 'value', desk);
    const previous = entered(line, 'previous', desk);
    const target = entered(line, 'target', desk);
    return [
      line.label + unitBeside(line.unit),
      ...[value, previous].map((one) => shorter(one, desk)),
      growth(value, previous, 'growth', desk),
      shorter(target, desk),
      growth(value, target, 'rate', desk),
    ];
  });
  return {
    kind: 'table',
    title: parts[part][locale],
    headings: [text.label, String(source.year), text.previous, text.change, text.target, text.rate],
    rows,
    widths: [35, 14, 14, 12, 14, 11],
  };
}

function shorter(value: Value, { scope }: Desk): Value {
  if (value.value === null) return value;
  return { ...value, text: shortAmount(value.value, value.unit, value.decimals, scope.locale) };
}

/** `+12 %` since the year before, or `94 %` of the objective; a dash where one of the two is missing. */
function growth(first: Value, second: Value, how: 'growth' | 'rate', { scope }: Desk): Value {
  const shared = {
    ...first,
    code: `${first.code} (${how === 'growth' ? 'évolution' : 'part de l’objectif'})`,
    unit: '%',
    decimals: 0,
    marks: '',
    origin: 'computed',
  } as const;
  if (first.value === null || second.value === null || second.value <= 0)
    return { ...shared, value: null, text: '–' };
  const value = first.value / second.value - (how === 'growth' ? 1 : 0);
  const said = amount(value, '%', 0, scope.locale);
  const sign = how === 'growth' && Number((value * 100).toFixed(0)) > 0 ? '+' : '';
  return { ...shared, value, text: sign + said.replace('-', '−'), of: { how, first, second } };
}

/** What is counted in one unit, side by side: the year, the year before, the objective. */
function charts(lines: readonly ReviewLine[], desk: Desk): Block[] {
  const { locale, source } = desk.scope;
  const text = words[locale];
  const units = [...new Set(lines.map(({ unit }) => unit))];
  return units.flatMap((unit): Block[] => {
    const some = lines.filter((one) => one.unit === unit && one.value !== null);
    const fields: readonly (readonly [Field, string])[] = [
      ['value', String(source.year)],
      ['previous', text.previous],
      ['target', text.target],
    ];
    const series = fields
      .map(([field, name]) => ({ name, values: some.map((line) => entered(line, field, desk)) }))
      .filter(({ values }) => values.some(({ value }) => value !== null));
    if (some.length === 0 || series.length < 2) return [];
    const names = [...new Set(some.map(({ part }) => parts[part][locale].toLocaleLowerCase(locale)))];
    const title = names.join(', ');
    const labels = some.map(({ label }) => label);
    return [chart('bar', title.charAt(0).toUpperCase() + title.slice(1), labels, series, desk)];
  });
}

/** One warning for each indicator that counts what the review counts too. */
function overlaps(lines: readonly ReviewLine[], desk: Desk): Block[] {
  const { locale, catalogue, source } = desk.scope;
  const met = new Map<string, ReviewLine[]>();
  for (const line of lines) {
    const code = line.overlaps === '' ? parts[line.part].overlaps : line.overlaps;
    if (!catalogue.indicators.has(code)) continue;
    met.set(code, [...(met.get(code) ?? []), line]);
  }
  return [...met].map(([code, some]): Block => {
    desk.shown.add(code);
    const own = desk.scope.value(code, source.territory, desk.notes);
    const names = some.map(({ label }) => quoted(label, locale)).join(', ');
    const label = labelOf(code, desk);
    const figure = own.value === null ? '' : `${locale === 'fr' ? ' : ' : ': '}${own.text}${own.marks}`;
    const said =
      locale === 'fr'
        ? `À ne pas additionner : ${names} et « ${label} » des bailleurs (${code}${figure}) comptent en partie les mêmes opérations.`
        : `Not to be added up: ${names} and the landlords’ “${label}” (${code}${figure}) count some of the same operations.`;
    return { kind: 'warning', text: said };
  });
}
