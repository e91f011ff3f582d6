import { basename } from 'node:path';
import { catalogue } from '../../catalogue';
import { isValidSiren, showNumber, type Remark } from '../../contribution';
import {
  accountLines,
  importRpls,
  mergeRpls,
  marketRentsIn,
  MOST_FACTS,
  NotRpls,
  rplsWorkbook,
  withMarketRents,
  yearSentence,
  type MarketRents,
  type RentsJoined,
  type RplsOptions,
  type RplsImport,
  type RplsMerged,
} from '../../importers';
import type { Arguments } from '../arguments';
import { bytesOf, sizeOf } from '../byte-chunks';
import { CannotRun } from '../errors';
import { write } from '../files';
import { print, progress, writeJson } from '../output';
import { readReferenceFile, zoningsOption } from '../references';
import { cut, textTable } from '../table';
import type { Verb } from './index';

export const importRplsVerb: Verb = {
  spec: {
    name: 'import-rpls',
    help: 'Les données tirées d’un fichier RPLS (déclaration du bailleur, fichier restreint du SDES ou données ouvertes).',
    positionals: { label: 'FICHIER…', min: 1, max: Infinity },
    options: {
      year: {
        value: 'ANNÉE',
        help: 'l’exercice ; à défaut celui que dit le fichier (RPLS de janvier N+1 : exercice N)',
      },
      siren: { value: 'SIREN', help: 'ne garder que ce bailleur, dans un fichier qui en réunit plusieurs' },
      'market-rents': {
        value: 'FICHIER',
        many: true,
        help: 'les loyers de marché par commune (carte des loyers de l’ANIL), à répéter pour plusieurs types de logements',
      },
      zonings: {
        value: 'FICHIER',
        many: true,
        help: 'zonage ABC, liste ACV et PVD : les données qui en dépendent (à répéter pour plusieurs fichiers)',
      },
      json: { value: 'SORTIE', help: 'le résultat en JSON, - pour la sortie standard' },
      output: { value: 'FICHIER.xlsx', short: 'o', help: 'un classeur aux tableaux d’une contribution' },
    },
  },
  async run(args) {
    const year = args.year('year');
    const siren = args.text('siren')?.replace(/\s/g, '');
    if (siren !== undefined && !isValidSiren(siren)) {
      throw new CannotRun(
        `« ${siren} » n’est pas un SIREN valide (neuf chiffres et clé de contrôle) : vérifiez la saisie.`,
      );
    }
    const rents = await marketRents(args);
    const { zonings, remarks: zoningRemarks } = await zoningsOption(args);
    const options = {
      zonings,
      ...(year === undefined ? {} : { year }),
      ...(siren === undefined ? {} : { landlordSiren: siren }),
    };
    const { files, refusals } = await readAll(args.positionals, options);
    const [refused] = refusals;
    if (files.length === 0) throw new CannotRun(`${refused?.source.file ?? ''} : ${refused?.message ?? ''}`);
    const read = mergeRpls(files);
    const joined = rents.length === 0 ? undefined : withMarketRents(read, rents);
    const merged = joined?.merged ?? read;
    const remarks = [...refusals, ...zoningRemarks, ...merged.remarks];
    const json = args.text('json');
    const output = args.text('output');
    if (json !== undefined) writeJson(json, toJson(merged, remarks));
    if (output !== undefined) {
      if (merged.facts.length > MOST_FACTS) {
        throw new CannotRun(
          `${showNumber(merged.facts.length)} données ne tiennent pas dans une feuille Excel : importez moins de fichiers à la fois, ou demandez le JSON.`,
        );
      }
      await write(output, rplsWorkbook({ ...merged, remarks }, catalogue));
    }
    if (json !== '-') {
      print(summary(merged, remarks));
      if (joined) print(rentsSentence(joined));
      if (output !== undefined) print(`\nClasseur écrit : ${output}`);
    }
    return remarks.some(({ level }) => level === 'blocking') ? 1 : 0;
  },
};

type Options = Pick<RplsOptions, 'year' | 'landlordSiren' | 'zonings'>;

/** The tables of `--market-rents`; CannotRun for a file that holds something else. */
async function marketRents(args: Arguments): Promise<MarketRents[]> {
  const tables: MarketRents[] = [];
  for (const path of args.texts('market-rents')) {
    // The rents are joined whatever their year, which the map says nowhere but in its name.
    const imported = await readReferenceFile(path, { year: 1 });
    const table = marketRentsIn(imported);
    if (table === undefined) {
      throw new CannotRun(
        `${basename(path)} : ${imported.label} ; ce ne sont pas des loyers de marché. Donnez un fichier de la carte des loyers (colonnes INSEE_C et loypredm2).`,
      );
    }
    const twin = tables.find(({ kind }) => kind === table.kind);
    if (twin) {
      throw new CannotRun(
        `${basename(path)} : les loyers de ce type de logements sont déjà donnés (${twin.source}) : gardez un seul fichier par type.`,
      );
    }
    tables.push(table);
  }
  return tables;
}

function rentsSentence({ merged, filled, missing, missingCommunes }: RentsJoined): string {
  if (merged.cells.length === 0) {
    return 'Aucun loyer de marché joint : les fichiers lus ne donnent pas de loyers (la déclaration et le fichier restreint du SDES en ont).';
  }
  const without =
    missing === 0
      ? 'aucune n’en manque'
      : `${showNumber(missing)} restent sans, dans ${showNumber(missingCommunes.length)} commune(s)`;
  return `Loyers de marché joints à ${showNumber(filled)} cellules de loyers ; ${without}.`;
}

/** Reads every file; one of another kind is told and stops none of the others. */
async function readAll(paths: readonly string[], options: Options) {
  const line = progress(paths.length, 'Lecture');
  const files: RplsImport[] = [];
  const refusals: Remark[] = [];
  for (const path of paths) {
    const file = basename(path);
    line.step(file);
    await sizeOf(path);
    try {
      files.push(await importRpls(() => bytesOf(path), { file, catalogue, ...options }));
    } catch (error) {
      if (!(error instanceof NotRpls)) throw error;
      const source = { file, sheet: '', cell: '' };
      refusals.push({ level: 'blocking', code: 'not_rpls', message: error.message, source });
    }
  }
  line.done();
  return { files, refusals };
}

function toJson(merged: RplsMerged, remarks: readonly Remark[]) {
  return {
    catalogueVersion: catalogue.version,
    rows: merged.rows,
    files: merged.files.map(
      ({ file, layout, year, yearOrigin, landlord, rows, counts, financing, unanswered }) => ({
        file,
        layout: layout.kind,
        year: yearOrigin === 'none' ? null : year,
        yearOrigin,
        landlord: landlord ?? null,
        rows,
        counts,
        financing,
        unanswered,
      }),
    ),
    totals: merged.totals,
    facts: merged.facts,
    rentCells: merged.cells.map(({ territory, year, typology, rent, area, marketRent }) => ({
      territory,
      year,
      typology,
      loyer_hlm: rent / area,
      loyer_marche: marketRent ?? null,
      surface_louee: area,
    })),
    members: merged.communes.map(({ year, commune }) => ({
      code: 'communes_implantation',
      year,
      territory: '',
      identifier: commune,
    })),
    remarks: remarks.map(({ level, code, message, source, subject }) => ({
      level,
      code,
      message,
      file: source.file,
      ...(subject === undefined ? {} : { subject }),
    })),
  };
}

function summary(merged: RplsMerged, remarks: readonly Remark[]): string {
  const files = merged.files.flatMap((one) => [
    `${one.file} : ${one.layout.label} ; ${yearSentence(one)}`,
    `  ${showNumber(one.counts.lines)} ligne${one.counts.lines > 1 ? 's' : ''} : ${accountLines(one.counts)
      .map(([label, count]) => `${showNumber(count)} ${label}`)
      .join(' ; ')}`,
  ]);
  const rows = merged.totals.map(({ code, year, value }) => {
    const point = catalogue.dataPoints.get(code);
    return [code, cut(point?.label.fr ?? '', 46), String(year), showNumber(value), point?.unit ?? ''];
  });
  const several = new Set(remarks.map(({ source }) => source.file)).size > 1 || merged.files.length > 1;
  const shown = remarks.map(
    ({ level, message, source }) =>
      `  ${level === 'blocking' ? 'BLOQUANT ' : ''}${several || level === 'blocking' ? `${source.file} : ` : ''}${message}`,
  );
  return [
    ...files,
    '',
    textTable(['Code', 'Donnée', 'Exercice', 'Total', 'Unité'], rows, [3]),
    '',
    `${showNumber(merged.facts.length)} données par commune, ${showNumber(merged.cells.length)} cellules de loyers, ${showNumber(new Set(merged.communes.map(({ commune }) => commune)).size)} communes.`,
    ...(shown.length > 0 ? ['', 'À regarder :', ...shown] : []),
  ].join('\n');
}
