import { confidenceWords, formulaInWords, labelsOf, type Catalogue } from '../../catalogue';
import { parseCheck } from '../../formula';
import { area, cell, Grid, headings, palette, styles, type SheetModel } from '../../xlsx';
import { checkWords } from './checks';
import { periodWords, whereToFind } from './questions';

const footer = '&RPage &P / &N';

/** The glossary of data points: what each one is, when it is counted, where it is found, how it is checked. */
export function dataHelpSheet(
  catalogue: Catalogue,
  year: number,
  asked: (theme: string) => boolean = () => true,
): SheetModel {
  const names = ['Donnée', 'Code', 'Définition', 'Unité', 'Quand', 'Où trouver', 'Contrôles', 'Confiance'];
  const rows = [...catalogue.dataPoints.values()]
    .filter((point) => point.kind !== 'reference' && asked(point.theme))
    .map((point) => [
      cell(point.label.fr, styles.strong),
      cell(point.code, styles.muted),
      cell(point.question.fr, styles.textLined),
      cell(point.unit, styles.muted),
      cell(periodWords(point.period, year), styles.textLined),
      cell(whereToFind(point.find), styles.muted),
      cell(
        point.checks
          .map((text) => checkWords(parseCheck(text), point.code, catalogue).replace(/^À vérifier : /, ''))
          .join(' ;\n'),
        styles.textLined,
      ),
      cell(confidenceWords[point.confidence], styles.textLined),
    ]);
  return glossary(
    'Aide des données',
    'Ce que chaque donnée veut dire, et où la trouver.',
    names,
    rows,
    [30, 18, 52, 13, 16, 44, 40, 12],
  );
}

/** The glossary of indicators: what the answers will be used for. */
export function indicatorHelpSheet(
  catalogue: Catalogue,
  asked: (theme: string) => boolean = () => true,
): SheetModel {
  const labelOf = labelsOf(catalogue);
  const indicators = [...catalogue.indicators.values()].filter(({ dimension }) => asked(dimension));
  const names = ['Indicateur', 'Code', 'Définition', 'Calcul', 'Unité', 'Références', 'Confiance'];
  const rows = indicators.map((indicator) => [
    cell(indicator.label.fr, styles.strong),
    cell(indicator.code, styles.muted),
    cell(indicator.definition.fr, styles.textLined),
    cell(formulaInWords(indicator.expression, labelOf), styles.textLined),
    cell(indicator.unit, styles.muted),
    cell(indicator.references.join(' ;\n'), styles.muted),
    cell(confidenceWords[indicator.confidence], styles.textLined),
  ]);
  return glossary(
    'Indicateurs calculés',
    'Ce que vos réponses permettront de calculer.',
    names,
    rows,
    [34, 11, 52, 56, 14, 40, 12],
  );
}

function glossary(
  name: string,
  subtitle: string,
  names: readonly string[],
  rows: readonly (readonly ReturnType<typeof cell>[])[],
  widths: readonly number[],
): SheetModel {
  const grid = new Grid();
  grid.add([cell(name, styles.title)], 28);
  grid.add([cell(subtitle, styles.subtitle)]);
  grid.skip();
  const headingRow = grid.add(headings(names, styles.heading), 24);
  for (const row of rows) grid.add(row);
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: grid.rows(),
    freeze: { rows: headingRow + 1, columns: 1 },
    tables: [
      {
        name: name === 'Aide des données' ? 'AIDE_DONNEES' : 'AIDE_INDICATEURS',
        ref: area(headingRow, 0, Math.max(grid.next - 1, headingRow + 1), names.length - 1),
        columns: names,
      },
    ],
    print: {
      landscape: true,
      fitToWidth: true,
      repeatRows: `${headingRow + 1}:${headingRow + 1}`,
      footer,
    },
    gridLines: false,
    tabColor: palette.muted,
  };
}
