import { basename } from 'node:path';
import { catalogue } from '../../catalogue';
import { isValidSiren, showNumber, type Remark } from '../../contribution';
import {
  defaultAccounts,
  fecFigures,
  FecRefused,
  fecWorkbook,
  LedgersDiffer,
  ledgersByYear,
  readAccountTable,
  readFec,
  readSupplierList,
  TableRefused,
  tablesOfFile,
  type FecLedger,
} from '../../importers';
import { levelOf, parseTerritory, suggestTerritories, territoryName } from '../../territory';
import type { Arguments } from '../arguments';
import { bytesOf, sizeOf } from '../byte-chunks';
import { CannotRun } from '../errors';
import { fecSummary, fecToJson } from '../fec-output';
import { inflate, withFile, write } from '../files';
import { print, progress, writeJson } from '../output';
import type { Verb } from './index';

export const importFecVerb: Verb = {
  spec: {
    name: 'import-fec',
    help: 'Les données tirées d’un fichier des écritures comptables (FEC) : achats, travaux, impôts, personnel, achats locaux.',
    positionals: { label: 'FICHIER…', min: 1, max: Infinity },
    options: {
      local: {
        value: 'TERRITOIRE',
        many: true,
        required: true,
        help: 'où un achat est local, par exemple DEP:14 (à répéter pour plusieurs territoires)',
      },
      suppliers: {
        value: 'LISTE',
        help: 'la liste des fournisseurs, CSV ou classeur : code, SIRET, code postal ou INSEE, nom',
      },
      accounts: {
        value: 'COMPTES',
        help: 'la table des comptes (IMPACT_COMPTES), CSV ou classeur écrit avec -o puis modifié',
      },
      siren: { value: 'SIREN', help: 'celui de l’organisme, quand le nom du fichier ne le dit pas' },
      name: { value: 'NOM', help: 'la raison sociale, pour le classeur' },
      json: { value: 'SORTIE', help: 'le résultat en JSON, - pour la sortie standard' },
      output: { value: 'FICHIER.xlsx', short: 'o', help: 'un classeur aux tableaux d’une contribution' },
    },
  },
  async run(args) {
    const options = await optionsOf(args);
    const identity = identityOf(args);
    if (identity.siren !== undefined && !isValidSiren(identity.siren)) {
      throw new CannotRun(
        `« ${identity.siren} » n’est pas un SIREN valide (neuf chiffres et clé de contrôle) : vérifiez la saisie.`,
      );
    }
    const { ledgers, refusals } = await readAll(args.positionals, identity.siren);
    const [refused] = refusals;
    if (ledgers.length === 0) throw new CannotRun(refused?.message ?? '');
    const { years, repeated } = told(() => ledgersByYear(ledgers), LedgersDiffer);
    const imports = years.map((ledger) => fecFigures(ledger, options));
    const remarks = [...refusals, ...repeated.map(repeatedRemark), ...imports.flatMap((one) => one.remarks)];
    const json = args.text('json');
    const output = args.text('output');
    if (json !== undefined) writeJson(json, fecToJson(imports, remarks, options.local));
    if (output !== undefined) {
      const accounts = options.accounts ?? defaultAccounts();
      await write(output, fecWorkbook(imports, { catalogue, accounts, local: options.local, identity }));
    }
    if (json !== '-') {
      print(imports.map((one) => fecSummary(one, catalogue)).join('\n\n'));
      print(remarkLines(remarks));
      if (output !== undefined) print(`\nClasseur écrit : ${output}`);
    }
    return remarks.some(({ level }) => level === 'blocking') ? 1 : 0;
  },
};

function identityOf(args: Arguments): { siren?: string; name?: string } {
  const siren = args.text('siren')?.replace(/\s/g, '');
  const name = args.text('name');
  return { ...(siren === undefined ? {} : { siren }), ...(name === undefined ? {} : { name }) };
}

async function optionsOf(args: Arguments) {
  const local = [...new Set(args.texts('local').map(localTerritory))];
  const suppliers = args.text('suppliers');
  const accounts = args.text('accounts');
  return {
    catalogue,
    local,
    ...(suppliers === undefined
      ? {}
      : {
          suppliers: await readTables(suppliers, (tables, name) => readSupplierList(tables, name, catalogue)),
        }),
    ...(accounts === undefined
      ? {}
      : {
          accounts: await readTables(accounts, (tables, name) => readAccountTable(tables, name, catalogue)),
        }),
  };
}

function localTerritory(text: string): string {
  const place = parseTerritory(text);
  if (place && levelOf(place.code) !== 'ZONE') return place.code;
  const near = suggestTerritories(text);
  const named = near.map((code) => `${code} (${territoryName(code)})`);
  const hint = named.length > 0 ? ` Vouliez-vous dire ${named.join(' ou ')} ?` : '';
  throw new CannotRun(
    `« ${text} » n’est pas un territoire connu : écrivez par exemple DEP:14, REG:28 ou EPCI:200065597.${hint}`,
  );
}

async function readTables<Result>(
  path: string,
  read: (tables: Awaited<ReturnType<typeof tablesOfFile>>, name: string) => Result,
): Promise<Result> {
  await sizeOf(path);
  const name = basename(path);
  try {
    return read(await withFile(path, (source) => tablesOfFile(source, name, inflate)), name);
  } catch (error) {
    if (error instanceof TableRefused) throw new CannotRun(error.message);
    throw error;
  }
}

/** Runs `compute`; an error of that sort is told to the person. */
function told<Result>(compute: () => Result, kind: new (message: string) => Error): Result {
  try {
    return compute();
  } catch (error) {
    if (error instanceof kind) throw new CannotRun(error.message);
    throw error;
  }
}

/** Reads every file; one of another kind is told and stops none of the others. */
async function readAll(paths: readonly string[], siren: string | undefined) {
  const line = progress(paths.length, 'Lecture');
  const ledgers: FecLedger[] = [];
  const refusals: Remark[] = [];
  for (const path of paths) {
    const file = basename(path);
    line.step(file);
    await sizeOf(path);
    try {
      ledgers.push(
        await readFec(bytesOf(path), { fileName: file, ...(siren === undefined ? {} : { siren }) }),
      );
    } catch (error) {
      if (!(error instanceof FecRefused)) throw error;
      const source = { file, sheet: '', cell: '' };
      refusals.push({ level: 'blocking', code: 'not_fec', message: error.message, source });
    }
  }
  line.done();
  return { ledgers, refusals };
}

const repeatedRemark = (file: string): Remark => ({
  level: 'warning',
  code: 'repeated_file',
  message: `« ${file} » contient les mêmes écritures qu’un autre fichier donné : il n’est compté qu’une fois.`,
  source: { file, sheet: '', cell: '' },
});

function remarkLines(remarks: readonly Remark[]): string {
  if (remarks.length === 0) return '';
  const several = new Set(remarks.map((one) => one.source.file)).size > 1;
  const lines = remarks.map(
    ({ level, message, source }) =>
      `  ${level === 'blocking' ? 'BLOQUANT ' : ''}${several ? `${source.file} : ` : ''}${message}`,
  );
  return ['', `À regarder (${showNumber(remarks.length)}) :`, ...lines].join('\n');
}
