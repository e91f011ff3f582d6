import type { Catalogue } from '../../catalogue';
import { campaignOfOne, oneLandlord, readReferences } from '../../consolidation';
import type { OneLandlord, ReferenceFigure } from '../../consolidation';
import {
  type Contribution,
  headingKey,
  readAnswers,
  type Remark,
  tableNames,
  tableOfRange,
} from '../../contribution';
import { asCsv } from '../arguments/as-csv';
import type { Call } from '../arguments/call';
import { ContentMemo } from '../arguments/content';
import type { Grid } from '../arguments/grid';
import { wrong } from '../failure';
import type { FunctionContext, Parameter } from '../model';

/** What a landlord answers, read from the ranges of one call. */
export interface Dataset {
  readonly remarks: readonly Remark[];
  /** The year most rows are about; of equals the latest. */
  readonly usualYear: number;
  /** Its indicators, as seen from a territory; without one, from what contains all it names. */
  landlord(year: number, territory: string | undefined): OneLandlord;
}

const parts = {
  donnees: tableNames.facts,
  loyers: tableNames.rents,
  travaux: tableNames.works,
  listes: tableNames.lists,
} as const;

/** The ranges of answers, as parameters of the functions that read a whole contribution. */
export const dataParameter: Parameter = {
  name: 'donnees',
  description: {
    fr: 'Table des réponses avec ses titres : IMPACT_DONNEES[#Tout]',
    en: 'Table of answers with its headings: IMPACT_DONNEES[#All]',
  },
  kind: 'range',
};

/** Figures that no landlord answers. */
export const referencesParameter: Parameter = {
  name: 'references',
  description: {
    fr: 'Références du territoire, avec les titres code, annee, territoire, valeur',
    en: 'Reference figures of the territory, with the headings code, annee, territoire, valeur',
  },
  kind: 'range',
  optional: true,
};

export const otherDataParameters: readonly Parameter[] = [
  {
    name: 'loyers',
    description: {
      fr: 'Cellules de loyers avec leurs titres : IMPACT_LOYERS[#Tout]',
      en: 'Rent cells with their headings: IMPACT_LOYERS[#All]',
    },
    kind: 'range',
    optional: true,
  },
  {
    name: 'travaux',
    description: {
      fr: 'Travaux énergétiques avec leurs titres : IMPACT_TRAVAUX[#Tout]',
      en: 'Energy works with their headings: IMPACT_TRAVAUX[#All]',
    },
    kind: 'range',
    optional: true,
  },
  {
    name: 'listes',
    description: {
      fr: 'Listes (fournisseurs, communes) avec leurs titres : IMPACT_LISTES[#Tout]',
      en: 'Lists (suppliers, municipalities) with their headings: IMPACT_LISTES[#All]',
    },
    kind: 'range',
    optional: true,
  },
  referencesParameter,
];

/** Columns of the questionnaire that are for people: what they hold changes no figure. */
const forPeople = new Set(
  ['libelle', 'source', 'commentaire', 'theme', 'question', 'controle', 'ou trouver'].map(headingKey),
);
const isRead = (heading: unknown): boolean =>
  typeof heading !== 'string' || !forPeople.has(headingKey(heading));

const memos = new WeakMap<Catalogue, ContentMemo<Dataset>>();

function memoOf(catalogue: Catalogue): ContentMemo<Dataset> {
  const memo = memos.get(catalogue) ?? new ContentMemo<Dataset>(4, isRead);
  memos.set(catalogue, memo);
  return memo;
}

/** Reads the ranges of a call, or gives back what was read of the same content before. */
export function datasetOf(call: Call, { catalogue }: FunctionContext): Dataset {
  const names = [...(Object.keys(parts) as (keyof typeof parts)[]), 'references' as const];
  const grids = names.map((name) => {
    const grid = call.range(name);
    return grid && grid.usedRows > 0 ? grid : undefined;
  });
  return memoOf(catalogue).get(grids, () =>
    read(new Map(names.map((name, at) => [name, grids[at]])), catalogue),
  );
}

function read(grids: ReadonlyMap<string, Grid | undefined>, catalogue: Catalogue): Dataset {
  if (!grids.get('donnees'))
    throw wrong(
      '« donnees » est vide : donnez la table des réponses avec ses titres, IMPACT_DONNEES[#Tout].',
      '"donnees" is blank: give the table of answers with its headings, IMPACT_DONNEES[#All].',
    );
  const tables = Object.entries(parts).flatMap(([name, table]) => {
    const grid = grids.get(name);
    return grid ? [[table, tableOfRange(grid.values, { name, sheet: '' })] as const] : [];
  });
  const { remarks, ...body } = readAnswers(Object.fromEntries(tables), '', catalogue);
  requireColumns(remarks);
  const references = referencesOf(grids.get('references'));
  const years = new Map<number, number>();
  for (const list of [body.facts, body.rows, body.members])
    for (const { year } of list) years.set(year, (years.get(year) ?? 0) + 1);
  const [usual] = [...years].sort(([one, count], [other, others]) => others - count || other - one);
  const byCampaign = new Map<string, OneLandlord>();
  const byPlace = new Map<string, OneLandlord>();
  const contributionOf = (year: number): Contribution => ({
    file: '',
    identity: { siren: '', name: '', year },
    ...body,
    remarks,
    status: 'accepted',
  });
  return {
    remarks,
    usualYear: usual?.[0] ?? 0,
    landlord(year, territory) {
      const asked = `${year} ${territory ?? ''}`;
      const already = byPlace.get(asked);
      if (already) return already;
      const contribution = contributionOf(year);
      const campaign = campaignOfOne(contribution, territory);
      const key = `${year} ${campaign}`;
      const landlord =
        byCampaign.get(key) ?? oneLandlord(contribution, { catalogue, year, campaign, references });
      byCampaign.set(key, landlord);
      byPlace.set(asked, landlord);
      return landlord;
    },
  };
}

function requireColumns(remarks: readonly Remark[]): void {
  const missing = remarks.find((one) => one.code === 'missing_column');
  if (!missing) return;
  throw wrong(
    `${missing.message} La plage doit comprendre la ligne de titres : écrivez par exemple IMPACT_DONNEES[#Tout].`,
    'A required column is missing. The range must include its heading row (code, annee, territoire, valeur): write for example IMPACT_DONNEES[#All].',
  );
}

/** Reference figures follow the rules of the file of references: same headings, same messages. */
export function referencesOf(grid: Grid | undefined): readonly ReferenceFigure[] {
  if (!grid) return [];
  const { figures, remarks } = readReferences(asCsv(grid), 'references');
  const [blocking] = remarks.filter((one) => one.level === 'blocking');
  if (!blocking) return figures;
  throw wrong(
    `« references » : ${blocking.message}`,
    `"references" cannot be used (columns code, annee, territoire, valeur). In French: ${blocking.message}`,
  );
}
