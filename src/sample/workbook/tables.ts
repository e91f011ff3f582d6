import { headings, tableNames } from '../../contribution';
import { type CellModel, figureFormat } from '../../xlsx';
import { apportion, sum } from '../apportion';
import type { Book } from '../books';
import { type Gap, gapsOf } from '../gaps';
import { groupBy } from '../group';
import { amount } from '../ledger';
import type { Region } from '../region';
import type { Block } from './blocks';

type Line = readonly (CellModel | undefined)[];

const text = (value: string): CellModel => ({ value });
const figure = (value: number, unit: string): CellModel => ({ value, style: { format: figureFormat(unit) } });

/** `IMPACT_LISTES`: the communes, and the suppliers where they are known by their SIREN. */
export function listsBlock({ landlord, ledgers, communes }: Book, region: Region): Block {
  const gaps: ReadonlyMap<string, Gap> = gapsOf(landlord);
  const where = landlord.reporting === 'blank' ? undefined : text(region.territory);
  const line = (code: string, identifier: string): Line => [
    text(code),
    { value: region.year },
    where,
    text(identifier),
  ];
  const suppliers = gaps.has('fournisseurs') ? [] : ledgers.suppliers.map((row) => String(row.siren));
  return {
    table: tableNames.lists,
    headings: headings[tableNames.lists],
    rows: [
      ...communes.map((commune) => line('communes_implantation', commune.slice('COM:'.length))),
      ...suppliers.map((siren) => line('fournisseurs', siren)),
    ],
  };
}

/** Share of the area, level of the social rent and of the market rent, against the mean of the commune. */
const typologies = [
  { label: 'T2', area: 0.21, rent: 1.07, market: 1.14 },
  { label: 'T3', area: 0.38, rent: 1, market: 1 },
  { label: 'T4', area: 0.3, rent: 0.97, market: 0.93 },
  { label: 'T5', area: 0.11, rent: 0.94, market: 0.87 },
];
/** Below this area, in m², a commune is one line. */
const ONE_LINE = 900;

/** `IMPACT_LOYERS`: commune by commune, and by number of rooms where there are enough dwellings. */
export function rentsBlock({ landlord, ledgers, marketRents }: Book, region: Region): Block | undefined {
  if (landlord.habits.has('noRentTable')) return undefined;
  const lines: Line[] = [];
  for (const [insee, rows] of groupBy(ledgers.tenancy, (row) => row.insee ?? '')) {
    const area = sum(rows.map((row) => amount(row, 'surfaceLouee')));
    if (area === 0) continue;
    const rent = sum(rows.map((row) => amount(row, 'loyer'))) / area;
    const market = marketRents.get(`COM:${insee}`) ?? 8;
    const kinds = area < ONE_LINE ? typologies.filter(({ label }) => label === 'T3') : typologies;
    const areas = apportion(
      area,
      kinds.map((kind) => kind.area),
    );
    // The levels are set so that the cells add up to the rents of the commune.
    const level = sum(kinds.map((kind, index) => kind.rent * (areas[index] ?? 0))) / area;
    kinds.forEach((kind, index) => {
      lines.push([
        { value: region.year },
        text(`COM:${insee}`),
        text(kind.label),
        figure(Math.round((rent * kind.rent * 100) / level) / 100, '€/m²/mois'),
        figure(Math.round(market * kind.market * 100) / 100, '€/m²/mois'),
        figure(areas[index] ?? 0, 'm²'),
      ]);
    });
  }
  return {
    table: tableNames.rents,
    headings: headings[tableNames.rents],
    rows: lines,
  };
}

/** `IMPACT_TRAVAUX`: the rehabilitations of the year that change the energy class. */
export function worksBlock({ ledgers }: Book, region: Region): Block | undefined {
  const works = ledgers.operations.filter((row) => row.surfaceTravaux !== undefined);
  if (works.length === 0) return undefined;
  const columns = [
    ['surfaceTravaux', 'm²'],
    ['consoAvant', 'kWhEP/m²/an'],
    ['consoApres', 'kWhEP/m²/an'],
    ['gesAvant', 'kgCO2e/m²/an'],
    ['gesApres', 'kgCO2e/m²/an'],
  ] as const;
  return {
    table: tableNames.works,
    headings: headings[tableNames.works],
    rows: works.map((row) => [
      { value: region.year },
      text(`COM:${row.insee}`),
      text(`${row.code} ${row.nom}`),
      ...columns.map(([column, unit]) => figure(amount(row, column), unit)),
    ]),
  };
}
