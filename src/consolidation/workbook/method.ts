import { confidenceWords, formulaInWords, labelsOf } from '../../catalogue';
import { cell, Grid, headings, palette, styles, area, type SheetModel } from '../../xlsx';
import type { Plan } from './plan';
import { pageFooter, sheetHead } from './sheet-frame';

/** A rule and what it means. */
export type Rule = readonly [string, string];

const consolidationRules: readonly Rule[] = [
  [
    'Additionner les données, recalculer l’indicateur',
    'Un indicateur n’est jamais moyenné ni additionné : les données des bailleurs sont additionnées, puis la formule est appliquée aux sommes.',
  ],
  [
    'Qui compte',
    'Pour chaque indicateur et chaque territoire, un bailleur compte s’il a donné toutes les données du calcul (R). Toutes les données d’un indicateur sont additionnées sur ces mêmes bailleurs : le numérateur et le dénominateur parlent du même parc.',
  ],
  [
    'ND et vide',
    'Non disponible ou pas encore répondu : le bailleur reste attendu, mais n’entre pas dans le calcul. Un vide n’est jamais un zéro.',
  ],
  [
    'SO',
    'Sans objet : dans une somme, la donnée compte pour zéro ; si toute la formule est sans objet, le bailleur sort du périmètre de l’indicateur.',
  ],
  [
    'Couverture',
    'Part des logements des bailleurs attendus que représentent les répondants de l’indicateur. Elle dit ce que vaut le chiffre ; elle est donnée à côté de chacun.',
  ],
  [
    'Territoires',
    'Le chiffre donné pour le territoire lui-même est pris ; à défaut, la somme des territoires plus petits, sans mélanger les niveaux. Ce qui est local n’est jamais additionné.',
  ],
  [
    'Loyers, travaux, listes',
    'Les tableaux par ligne entrent pour leur somme chez chaque bailleur. Les membres d’une liste cités par plusieurs bailleurs comptent une fois (feuille « Listes »).',
  ],
  [
    'Pas de valeur',
    'Un dénominateur nul, l’absence de répondant ou une référence qui manque ne donnent pas de valeur : la colonne « Motif » le dit.',
  ],
  [
    'Coefficients',
    'Les ratios publiés diffèrent : un seul jeu est retenu, daté et sourcé, et l’étendue basse et haute est donnée. Les jeux ne s’ajoutent jamais.',
  ],
  [
    'Refaire le calcul',
    'Synthèse → Indicateurs → Calculs → Matrice et Réponses → Faits → le classeur du bailleur. Modifier un nombre de la matrice recalcule tout.',
  ],
  [
    'Notre classement',
    'Le regroupement des indicateurs en thèmes est le nôtre. Cette étude n’est approuvée par aucun éditeur de méthode.',
  ],
];

const nature = (live: boolean): string =>
  live
    ? 'Les valeurs sont des formules.'
    : 'Ce classeur contient des valeurs, sans formules : plus de 150 bailleurs.';

/** The rules in plain French, then every definition with its sources. */
export function methodSheet(plan: Plan, rules: readonly Rule[] = consolidationRules): SheetModel {
  const { consolidation, title, live } = plan;
  const { catalogue } = consolidation;
  const grid = new Grid();
  const merges: string[] = [];
  sheetHead(
    grid,
    'Méthode et sources',
    `Catalogue ${catalogue.version}, ${catalogue.indicators.size} indicateurs. ${rules === consolidationRules ? nature(live) : ''}`.trim(),
  );
  grid.skip();
  for (const [name, text] of rules) {
    merges.push(area(grid.next, 1, grid.next, 6));
    const lines = Math.ceil(text.length / 150);
    grid.add(
      [cell(name, { ...styles.text, bold: true }), cell(text, styles.text)],
      8 + 15 * Math.max(lines, 1.4),
    );
  }
  grid.skip();
  const names = ['Indicateur', 'Code', 'Définition', 'Calcul', 'Unité', 'Sources', 'Confiance'];
  const headingRow = grid.add(headings(names, styles.heading), 24);
  const labelOf = labelsOf(catalogue);
  const shown = new Set(consolidation.cells.map((one) => one.code));
  for (const one of catalogue.indicators.values()) {
    if (!shown.has(one.code)) continue;
    grid.add([
      cell(one.label.fr, styles.strong),
      cell(one.code, styles.muted),
      cell(one.definition.fr, styles.textLined),
      cell(formulaInWords(one.expression, labelOf), styles.textLined),
      cell(one.unit, styles.muted),
      cell(one.references.join(' ;\n'), styles.muted),
      cell(confidenceWords[one.confidence], styles.muted),
    ]);
  }
  return {
    name: 'Méthode',
    columns: [36, 11, 50, 50, 15, 46, 14].map((width) => ({ width })),
    rows: grid.rows(),
    merges,
    tables: [
      {
        name: 'CONSO_METHODE',
        ref: area(headingRow, 0, Math.max(grid.next - 1, headingRow + 1), names.length - 1),
        columns: names,
        style: 'TableStyleLight1',
      },
    ],
    print: { landscape: true, fitToWidth: true, footer: pageFooter(title) },
    gridLines: false,
    tabColor: palette.muted,
  };
}
