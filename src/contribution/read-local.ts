import { type Catalogue, localCode, type LocalProblem, withLocalIndicators } from '../catalogue';
import { type CellValue, CellError } from '../xlsx';
import { readNumber, writtenText } from './cells';
import { tableNames } from './format';
import type { LocalDefinition, Remark } from './model';
import type { Reading } from './reading';
import { RemarkList } from './remarks';
import { type Table, TableView } from './table-view';
import { looseKey, nearest, quoted } from './words';

const directions: ReadonlyMap<string, NonNullable<LocalDefinition['direction']>> = new Map([
  ['hausse', 'higher_better'],
  ['haut', 'higher_better'],
  ['plushaut', 'higher_better'],
  ['baisse', 'lower_better'],
  ['bas', 'lower_better'],
  ['plusbas', 'lower_better'],
  ['neutre', 'neutral'],
]);

/**
 * Reads `IMPACT_INDICATEURS_LOCAUX`: the landlord's own indicators, checked as those of the catalogue are. A wrong
 * one is left out with a blocking remark on its cell, that says which character of the formula is wrong.
 */
export function readLocalIndicators(
  table: TableView,
  { catalogue, remarks }: Pick<Reading, 'catalogue' | 'remarks'>,
): LocalDefinition[] {
  const rows: { readonly row: number; readonly local: LocalDefinition }[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    if (table.isBlank(row, ['code', 'formule', 'libelle'])) continue;
    const cell = table.cell(row, 'formule');
    const source = table.source(row, 'formule');
    const code = localCode(writtenText(table.cell(row, 'code')));
    const broken = notText(cell);
    if (broken !== undefined) {
      remarks.blocking('invalid_local_indicator', `${code} : ${broken}`, source, code);
      continue;
    }
    const decimals = readNumber(table.cell(row, 'decimales'));
    const sense = looseKey(writtenText(table.cell(row, 'sens')));
    const direction = directions.get(sense);
    if (!direction && sense !== '')
      remarks.warning(
        'unknown_direction',
        `${code}, sens ${quoted(writtenText(table.cell(row, 'sens')))} : écrivez hausse, baisse ou neutre ; neutre est retenu.`,
        table.source(row, 'sens'),
        code,
      );
    const definition = writtenText(table.cell(row, 'definition'));
    rows.push({
      row,
      local: {
        code,
        label: writtenText(table.cell(row, 'libelle')),
        unit: writtenText(table.cell(row, 'unite')),
        // A formula typed after an equals sign in a text cell means the same.
        formula: String(cell ?? '').replace(/^\s*=/, ''),
        ...(decimals.kind === 'number' && { decimals: decimals.value }),
        ...(direction && { direction }),
        ...(definition !== '' && { definition }),
        source,
      },
    });
  }
  const { problems } = withLocalIndicators(
    catalogue,
    rows.map((one) => one.local),
  );
  for (const problem of problems) {
    const found = rows[problem.index];
    if (!found) continue;
    const message = `Indicateur local ${problem.message}${suggestion(problem, catalogue)} Il est laissé de côté.`;
    const place = table.source(found.row, problem.column);
    remarks.blocking('invalid_local_indicator', message, place, found.local.code || undefined);
  }
  const wrong = new Set(problems.map((one) => one.index));
  return rows.filter((_, index) => !wrong.has(index)).map((one) => one.local);
}

/** The same, for a table that stands alone: the definitions that a union gives for its campaign. */
export function localIndicatorsOfTable(
  table: Table,
  file: string,
  catalogue: Catalogue,
): { readonly indicators: readonly LocalDefinition[]; readonly remarks: readonly Remark[] } {
  const remarks = new RemarkList();
  const view = TableView.open(table, tableNames.locals, file, remarks);
  const indicators = view ? readLocalIndicators(view, { catalogue, remarks }) : [];
  return { indicators, remarks: remarks.list() };
}

function notText(cell: CellValue): string | undefined {
  if (typeof cell === 'string' || cell === undefined) return undefined;
  if (cell instanceof CellError)
    return `Excel a pris la formule pour un calcul (${cell.code}) : écrivez-la sans signe égal devant, par exemple nb_vac3m / nb_lls.`;
  return 'la formule doit être un texte, par exemple nb_vac3m / nb_lls : écrivez-la sans signe égal devant.';
}

function suggestion({ unknown }: LocalProblem, catalogue: Catalogue): string {
  const close = unknown === undefined ? undefined : nearest(unknown, catalogue.dataPoints.keys());
  return close === undefined ? '' : ` Vouliez-vous « ${close} » ?`;
}
