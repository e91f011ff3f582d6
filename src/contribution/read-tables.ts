import type { Catalogue } from '../catalogue';
import { type TableName, tableNames } from './format';
import type { Contribution, Identity, Remark, Source } from './model';
import { readBody } from './read-body';
import { readLocalIndicators } from './read-local';
import { readIdentity } from './read-identity';
import type { Reading } from './reading';
import { RemarkList } from './remarks';
import { type Table, TableView } from './table-view';
import { TerritoryReader } from './territory-cells';

export interface TablesOptions {
  readonly catalogue: Catalogue;
  /** Dates count from 1904: an old choice of Excel for Mac. */
  readonly date1904?: boolean;
  /** When the workbook was last saved, if that is known. */
  readonly modified?: Date;
  /** The names of all its tables, to be named when one is missing. */
  readonly others?: readonly string[];
}

/** The tables of the format that a workbook has, by name. */
export type ContributionTables = Readonly<Partial<Record<TableName, Table>>>;

/**
 * Reads and checks a contribution whose tables are in memory: those of a closed workbook, or of the one open in
 * Excel. Without a usable identity or data table it is `rejected`, the reason being its first remark.
 */
export function contributionFromTables(
  tables: ContributionTables,
  file: string,
  options: TablesOptions,
): Contribution {
  const remarks = new RemarkList();
  const reading: Reading = { catalogue: options.catalogue, remarks, territories: new TerritoryReader() };
  const open = (name: TableName) => {
    const table = tables[name];
    return table && TableView.open(table, name, file, remarks);
  };
  const missing = (name: TableName) => missingTable(name, options.others ?? [], file, remarks);
  const identityTable = open(tableNames.identity);
  if (!identityTable && remarks.list().length === 0) missing(tableNames.identity);
  const identity = identityTable && readIdentity(identityTable, options.date1904 ?? false, remarks);
  const identityRemarks = remarks.list().length;
  const facts = open(tableNames.facts);
  if (!facts && remarks.list().length === identityRemarks) missing(tableNames.facts);
  const reasons = identity && !facts ? remarks.list().slice(identityRemarks) : [];

  const [lists, rents, works] = [open(tableNames.lists), open(tableNames.rents), open(tableNames.works)];
  const views = {
    ...(facts && { [tableNames.facts]: facts }),
    ...(lists && { [tableNames.lists]: lists }),
    ...(rents && { [tableNames.rents]: rents }),
    ...(works && { [tableNames.works]: works }),
  };
  const body = readBody(views, reading);
  const locals = open(tableNames.locals);
  const localIndicators = locals ? readLocalIndicators(locals, reading) : [];
  if (!identity || !facts) return rejected(file, reasonFirst(remarks.list(), reasons), identity);
  const { modified } = options;
  return {
    file,
    identity,
    ...(modified && { modified }),
    ...body,
    ...(localIndicators.length > 0 && { localIndicators }),
    remarks: remarks.list(),
    status: 'accepted',
  };
}

function missingTable(name: TableName, others: readonly string[], file: string, remarks: RemarkList): void {
  const source: Source = { file, sheet: '', cell: '' };
  const found =
    others.length > 0
      ? `Tables trouvées : ${others.slice(0, 8).join(', ')}.`
      : 'Le classeur n’a aucune table.';
  const message = `Ce classeur n’est pas une contribution : la table ${name} manque. ${found} Partez du modèle de classeur, ou nommez ainsi la table dans Excel (Création de tableau, Nom du tableau).`;
  remarks.blocking('missing_table', message, source);
}

function reasonFirst(remarks: readonly Remark[], reasons: readonly Remark[]): readonly Remark[] {
  const first = reasons.length > 0 ? reasons : remarks.filter((one) => one.level === 'blocking');
  return [...first, ...remarks.filter((one) => !first.includes(one))];
}

/** A contribution that cannot be used, and why. */
export function rejected(file: string, remarks: readonly Remark[], identity?: Identity): Contribution {
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
