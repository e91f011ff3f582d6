import type { Coefficient } from '../../catalogue';
import type { Block, Figure, Value } from '../document';
import { amount } from '../language/amounts';
import { placeName } from '../language/places';
import type { Desk } from './build';

/** As a reader sees it. */
export function labelOf(code: string, { scope }: Desk): string {
  return (scope.catalogue.indicators.get(code)?.label[scope.locale] ?? code).replaceAll("'", '’');
}

export function valueOf(code: string, territory: string, desk: Desk): Value {
  return desk.scope.value(code, territory, desk.notes);
}

/** Nothing to say at all: neither a number nor that one is withheld. */
export const isAbsent = (value: Value): boolean => value.value === null && value.text === '–';

export function figuresBlock(codes: readonly string[], desk: Desk): Block[] {
  const figures = codes.flatMap((code): Figure[] => {
    if (typeof desk.scope.cell(code, desk.territory)?.value !== 'number') return [];
    desk.shown.add(code);
    const beside = besideOf(code, desk);
    return [
      {
        label: labelOf(code, desk),
        value: valueOf(code, desk.territory, desk),
        ...(beside === undefined ? {} : { beside }),
      },
    ];
  });
  return figures.length === 0 ? [] : [{ kind: 'figures', figures }];
}

function benchmarkOf(code: string, { scope, territory }: Desk): Coefficient | undefined {
  const name = scope.catalogue.indicators.get(code)?.benchmark;
  if (name === undefined) return undefined;
  const { catalogue } = scope;
  return catalogue.benchmark(name, territory) ?? catalogue.benchmark(name, 'FR');
}

/** `France 2019 : 17,4 %` */
export function besideOf(code: string, desk: Desk): string | undefined {
  const found = benchmarkOf(code, desk);
  if (!found) return undefined;
  const { locale, catalogue } = desk.scope;
  const value = amount(found.value, found.unit, catalogue.indicators.get(code)?.decimals ?? 0, locale);
  const unsure =
    found.confidence === 'to_confirm' ? (locale === 'fr' ? ' (à confirmer)' : ' (to be confirmed)') : '';
  return `${placeName(found.territory ?? 'FR')} ${found.year}${locale === 'fr' ? ' : ' : ': '}${value}${unsure}`;
}
