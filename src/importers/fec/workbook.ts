import type { Catalogue } from '../../catalogue';
import type { WorkbookModel } from '../../xlsx';
import type { AccountRow } from './account-table';
import type { FecImport } from './model';
import { accountsSheet, balanceSheet } from './sheets/accounts';
import { factsSheet, identitySheet, listsSheet } from './sheets/contribution';
import { suppliersSheet } from './sheets/suppliers';
import { summarySheet } from './sheets/summary';

export interface FecWorkbookContext {
  readonly catalogue: Catalogue;
  /** The table that was applied: written out so that it can be edited and given back. */
  readonly accounts: readonly AccountRow[];
  readonly local: readonly string[];
  /** Of the landlord: the file only tells a SIREN, by its name. */
  readonly identity?: { readonly siren?: string; readonly name?: string };
}

/**
 * A workbook that is a contribution as far as accounts go (identity, figures, suppliers), with what a finance
 * director checks it by: the account of every line, each account with what became of it, the table of accounts to
 * edit, each supplier with where it is.
 * @param imports one a year, the same landlord
 */
export function fecWorkbook(imports: readonly FecImport[], context: FecWorkbookContext): WorkbookModel {
  const year = Math.max(...imports.map((one) => one.year));
  const { catalogue } = context;
  return {
    title: `Données tirées de la comptabilité — ${year}`,
    creator: 'Impact HLM',
    modified: new Date(Date.UTC(year, 11, 31)),
    properties: { impact_classeur: 'fec', impact_catalogue: catalogue.version },
    sheets: [
      summarySheet(imports, context.local),
      identitySheet(
        { siren: imports.find((one) => one.siren !== '')?.siren ?? '', ...context.identity },
        year,
        catalogue,
      ),
      factsSheet(imports, catalogue),
      balanceSheet(imports, catalogue),
      accountsSheet(context.accounts),
      suppliersSheet(imports, context.local),
      listsSheet(imports),
    ],
  };
}
