import type { BlockOf, Series, Value } from '../document';
import { placeName } from '../language/places';
import type { TemplateBlock } from '../template/load';
import type { Desk } from './build';
import { isAbsent, labelOf, valueOf } from './figures';
import { zoningsOf } from './tables';

type ChartSpec = Extract<TemplateBlock, { chart: unknown }>;
type Chart = BlockOf<'chart'>;

/** Bars of what may be shown, or a line over the years; fewer than two values are no comparison. */
export function chartBlocks(spec: ChartSpec, desk: Desk): Chart[] {
  const { scope } = desk;
  const title = spec.chart[scope.locale];
  if ('indicators' in spec)
    return bars(
      title,
      title,
      spec.indicators.map((code) => ({ label: labelOf(code, desk), code, territory: desk.territory })),
      desk,
    );
  const name = labelOf(spec.indicator, desk);
  if (spec.across === 'years') return overYears(title, spec.indicator, desk);
  const across = (places: readonly string[]): Chart[] =>
    bars(
      title,
      name,
      places.map((territory) => ({ label: placeName(territory), code: spec.indicator, territory })),
      desk,
    );
  const zoned = spec.across === 'zones' ? zoningsOf(scope.zones).flatMap(across) : [];
  if (zoned.length > 0) return zoned;
  return across(
    desk.territory === scope.source.territory ? scope.inside : [desk.territory, scope.source.territory],
  );
}

interface Entry {
  readonly label: string;
  readonly code: string;
  readonly territory: string;
}

function bars(title: string, name: string, entries: readonly Entry[], desk: Desk): Chart[] {
  const drawn = entries.filter(
    ({ code, territory }) => typeof desk.scope.cell(code, territory)?.value === 'number',
  );
  if (drawn.length < 2) return [];
  const points = entries.flatMap(({ label, code, territory }) => {
    const value = valueOf(code, territory, desk);
    if (isAbsent(value)) return [];
    desk.shown.add(code);
    // Without a bar, but said: whoever adds up the others must know that one is withheld.
    return [
      { label: value.value === null ? `${label} : ${value.text}${value.marks}` : label + value.marks, value },
    ];
  });
  const labels = points.map(({ label }) => label);
  return [chart('bar', title, labels, [{ name, values: points.map(({ value }) => value) }], desk)];
}

function overYears(title: string, code: string, desk: Desk): Chart[] {
  const values = desk.scopes.map((scope) => scope.value(code, desk.territory, desk.notes));
  if (values.filter((one) => one.value !== null).length < 2) return [];
  desk.shown.add(code);
  const labels = values.map(({ year, marks }) => year + marks);
  return [chart('line', title, labels, [{ name: labelOf(code, desk), values }], desk)];
}

/** A chart with its alternative text: what is drawn, its least and its greatest. */
export function chart(
  shape: Chart['shape'],
  title: string,
  labels: readonly string[],
  series: readonly Series[],
  { scope }: Desk,
): Chart {
  const french = scope.locale === 'fr';
  const ends = series.map(({ name, values }) => {
    const known = values
      .map((value, at) => ({ value, label: labels[at] ?? '' }))
      .filter((one): one is { value: Value & { value: number }; label: string } => one.value.value !== null)
      .sort((one, other) => one.value.value - other.value.value);
    const [least, most] = [known[0], known.at(-1)];
    if (!least || !most) return '';
    const said = french
      ? `de ${least.value.text} (${least.label}) à ${most.value.text} (${most.label})`
      : `from ${least.value.text} (${least.label}) to ${most.value.text} (${most.label})`;
    if (series.length === 1) return ` ${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
    return ` ${name}${french ? ' : ' : ': '}${said}.`;
  });
  return { kind: 'chart', shape, title, description: `${title}.${ends.join('')}`, labels, series };
}
