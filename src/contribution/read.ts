import type { Catalogue } from '../catalogue';
import { type ByteSource, type Inflate, type WorkbookReader, WorkbookRefused, openWorkbook } from '../xlsx';
import { type TableName, tableNames } from './format';
import type { Contribution, Identity, Remark, Source } from './model';
import { readBody } from './read-body';
import { readIdentity } from './read-identity';
import type { Reading } from './reading';
import { RemarkList } from './remarks';
import { TableView } from './table-view';
import { TerritoryReader } from './territory-cells';
import { headingKey } from './words';

export interface ReadOptions {
  readonly catalogue: Catalogue;
  /** A faster inflate than the default one, bounded by size. */
  readonly inflate?: Inflate;
}

/**
 * Reads and checks a landlord's workbook (contribution workbook, format 1). Never throws: a file that cannot
 * be read, or that holds no usable identity or data table, is `rejected`, the reason being its first remark.
 */
export async function readContribution(
  source: ByteSource,
  file: string,
  options: ReadOptions,
): Promise<Contribution> {
  try {
    const workbook = await openWorkbook(source, options.inflate ? { inflate: options.inflate } : {});
    return await readTables(workbook, file, options.catalogue);
  } catch (error) {
    const [code, message] =
      error instanceof WorkbookRefused
        ? [`file_${error.code}`, error.message]
        : [
            'file_unreadable',
            "Ce fichier n'a pas pu être lu : ouvrez-le dans Excel, enregistrez-le en .xlsx, puis recommencez.",
          ];
    return rejected(file, [{ level: 'blocking', code, message, source: { file, sheet: '', cell: '' } }]);
  }
}

async function readTables(
  workbook: WorkbookReader,
  file: string,
  catalogue: Catalogue,
): Promise<Contribution> {
  const remarks = new RemarkList();
  const reading: Reading = { catalogue, remarks, territories: new TerritoryReader() };
  const open = async (name: TableName) => {
    const found = workbook.tables.find((one) => headingKey(one.name) === headingKey(name));
    return found && TableView.open(await workbook.readTable(found.name), name, file, remarks);
  };
  const identity = await readIdentityTable(workbook, file, remarks, open);
  const identityRemarks = remarks.list().length;
  const data = await open(tableNames.facts);
  if (!data && remarks.list().length === identityRemarks)
    missingTable(tableNames.facts, workbook, file, remarks);
  const reasons = identity && !data ? remarks.list().slice(identityRemarks) : [];

  const lists = await open(tableNames.lists);
  const rents = await open(tableNames.rents);
  const works = await open(tableNames.works);
  const body = readBody(
    {
      ...(data && { [tableNames.facts]: data }),
      ...(lists && { [tableNames.lists]: lists }),
      ...(rents && { [tableNames.rents]: rents }),
      ...(works && { [tableNames.works]: works }),
    },
    reading,
  );
  if (!identity || !data) return rejected(file, reasonFirst(remarks.list(), reasons), identity);
  const { modified } = workbook.properties;
  return {
    file,
    identity,
    ...(modified && { modified }),
    ...body,
    remarks: remarks.list(),
    status: 'accepted',
  };
}

async function readIdentityTable(
  workbook: WorkbookReader,
  file: string,
  remarks: RemarkList,
  open: (name: TableName) => Promise<TableView | undefined>,
): Promise<Identity | undefined> {
  const table = await open(tableNames.identity);
  if (table) return readIdentity(table, workbook.date1904, remarks);
  if (remarks.list().length === 0) missingTable(tableNames.identity, workbook, file, remarks);
  return undefined;
}

function missingTable(name: TableName, workbook: WorkbookReader, file: string, remarks: RemarkList): void {
  const source: Source = { file, sheet: '', cell: '' };
  const others = workbook.tables.map((one) => one.name);
  const found =
    others.length > 0
      ? `Tables trouvées : ${others.slice(0, 8).join(', ')}.`
      : "Le classeur n'a aucune table.";
  const message = `Ce classeur n'est pas une contribution : la table ${name} manque. ${found} Partez du modèle de classeur, ou nommez ainsi la table dans Excel (Création de tableau, Nom du tableau).`;
  remarks.blocking('missing_table', message, source);
}

function reasonFirst(remarks: readonly Remark[], reasons: readonly Remark[]): readonly Remark[] {
  const first = reasons.length > 0 ? reasons : remarks.filter((one) => one.level === 'blocking');
  return [...first, ...remarks.filter((one) => !first.includes(one))];
}

function rejected(file: string, remarks: readonly Remark[], identity?: Identity): Contribution {
  return {
    file,
    ...(identity && { identity }),
    facts: [],
    members: [],
    rows: [],
    remarks,
    status: 'rejected',
  };
}
