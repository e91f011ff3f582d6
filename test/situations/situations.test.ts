import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { parse } from 'yaml';
import { catalogue } from '../../src/catalogue';
import { consolidate, readPerimeter } from '../../src/consolidation';
import { readContribution } from '../../src/contribution';
import { bytesSource } from '../../src/xlsx';
import { arithmetic } from '../support/arithmetic';

type Given = number | string | null;
type Facts = Record<string, Given>;

interface SituationLandlord {
  siren: string;
  family?: string;
  /** At the campaign's territory, which is left blank in the workbook. */
  data?: Facts;
  at?: Record<string, Facts>;
  lists?: Record<string, string[]>;
  listsAt?: Record<string, Record<string, string[]>>;
  rents?: Given[][];
  works?: Given[][];
}

interface Expected {
  value?: Given;
  respondents?: number;
  expected?: number;
  coverage?: Given;
  status?: string;
  reason?: string;
}

interface Situation {
  name: string;
  reason: string;
  campaign: string;
  year: number;
  by?: string[];
  /** Zoning tables: the zone of each commune. */
  zonings?: Record<string, Record<string, string>>;
  perimeter?: Record<string, Record<string, number>>;
  landlords: Record<string, SituationLandlord>;
  expected: Record<string, Record<string, Expected | Given>>;
}

/** A table as another program would write it: headings, then rows. */
interface Table {
  name: string;
  headings: string[];
  rows: Given[][];
}

function tables(name: string, landlord: SituationLandlord, year: number): Table[] {
  const facts = [
    ...Object.entries(landlord.data ?? {}).map(([code, value]) => [code, year, null, value]),
    ...Object.entries(landlord.at ?? {}).flatMap(([territory, values]) =>
      Object.entries(values).map(([code, value]) => [code, year, territory, value]),
    ),
  ];
  const listsAt = { '': landlord.lists ?? {}, ...landlord.listsAt };
  const members = Object.entries(listsAt).flatMap(([territory, lists]) =>
    Object.entries(lists).flatMap(([code, ids]) => ids.map((id) => [code, year, territory || null, id])),
  );
  return [
    {
      name: 'IMPACT_IDENTITE',
      headings: ['champ', 'valeur'],
      rows: [
        ['siren', landlord.siren],
        ['raison_sociale', name],
        ['exercice', year],
        ...(landlord.family ? [['famille', landlord.family]] : []),
      ],
    },
    { name: 'IMPACT_DONNEES', headings: ['code', 'annee', 'territoire', 'valeur'], rows: facts },
    { name: 'IMPACT_LISTES', headings: ['code', 'annee', 'territoire', 'identifiant'], rows: members },
    {
      name: 'IMPACT_LOYERS',
      headings: ['annee', 'territoire', 'typologie', 'loyer_hlm', 'loyer_marche', 'surface_louee'],
      rows: (landlord.rents ?? []).map((row) => [year, ...row]),
    },
    {
      name: 'IMPACT_TRAVAUX',
      headings: [
        'annee',
        'territoire',
        'operation',
        'surface',
        'conso_avant',
        'conso_apres',
        'ges_avant',
        'ges_apres',
      ],
      rows: (landlord.works ?? []).map((row) => [year, ...row]),
    },
  ].filter((table) => table.rows.length > 0);
}

/** The landlord's workbook, written by a library that is not ours, then read by us as any other. */
async function contribution(name: string, landlord: SituationLandlord, year: number) {
  const bytes = await writeXlsx({
    sheets: tables(name, landlord, year).map((table) => ({
      name: table.name.toLowerCase(),
      rows: [table.headings, ...table.rows],
      tables: [
        {
          name: table.name,
          range: `A1:${String.fromCharCode(64 + table.headings.length)}${table.rows.length + 1}`,
          columns: table.headings.map((heading) => ({ name: heading })),
        },
      ],
    })),
  });
  return readContribution(bytesSource(bytes), `${name}.xlsx`, { catalogue });
}

function perimeterLines(situation: Situation) {
  if (!situation.perimeter) return {};
  const lines = Object.entries(situation.perimeter).flatMap(([name, dwellings]) =>
    Object.entries(dwellings).map(([territory, count]) =>
      [situation.landlords[name]?.siren, name, '', '', territory, count].join(';'),
    ),
  );
  const text = ['siren;raison_sociale;famille;groupe;territoire;logements', ...lines].join('\n');
  return { perimeter: readPerimeter(text, 'perimetre.csv').lines };
}

async function run(situation: Situation) {
  const contributions = await Promise.all(
    Object.entries(situation.landlords).map(([name, landlord]) =>
      contribution(name, landlord, situation.year),
    ),
  );
  return consolidate({
    contributions,
    catalogue,
    territory: situation.campaign,
    year: situation.year,
    by: situation.by ?? [],
    zonings: Object.entries(situation.zonings ?? {}).map(([name, zones]) => ({
      name,
      label: name,
      source: 'essai',
      zoneOf: new Map(Object.entries(zones)),
    })),
    ...perimeterLines(situation),
  });
}

const expectation = (given: Expected | Given): Expected =>
  given !== null && typeof given === 'object' ? given : { value: given };

const files = readdirSync(__dirname).filter((file) => file.endsWith('.yaml'));

describe.each(files)('%s', (file) => {
  const situations = parse(readFileSync(join(__dirname, file), 'utf8')) as Situation[];

  it.each(situations)('$name', async (situation) => {
    const result = await run(situation);
    const blocking = result.contributions
      .flatMap((one) => one.remarks)
      .filter((one) => one.level === 'blocking');
    expect(blocking.filter((one) => !one.message.includes('ges_apres')).map((one) => one.message)).toEqual(
      [],
    );

    for (const [territory, indicators] of Object.entries(situation.expected)) {
      for (const [code, given] of Object.entries(indicators)) {
        const { value, coverage, ...exact } = expectation(given);
        const cell = result.cells.find((one) => one.territory === territory && one.code === code);
        const place = `${code} ${territory}`;
        expect({ place, ...cell }).toMatchObject({ place, ...exact });
        if (value === null) expect({ place, value: cell?.value }).toEqual({ place, value: null });
        else if (value !== undefined) close(place, cell?.value, arithmetic(String(value)));
        if (coverage !== undefined) close(`${place} coverage`, cell?.coverage, arithmetic(String(coverage)));
      }
    }
  });
});

/** Equal to twelve significant figures: the sums are exact, only divisions round. */
function close(place: string, actual: number | null | undefined, expected: number): void {
  const near =
    typeof actual === 'number' && Math.abs(actual - expected) <= 1e-12 * Math.max(1, Math.abs(expected));
  if (!near) throw new Error(`${place}: expected ${expected}, got ${String(actual)}`);
}
