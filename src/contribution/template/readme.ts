import type { Catalogue } from '../../catalogue';
import { cell, Grid, inside, palette, styles, type CellModel, type SheetModel } from '../../xlsx';
import { lists, questionnaire, rowTables, structured } from './columns';
import type { TemplateIdentity } from './identity';
import type { Question } from './questions';

interface Step {
  readonly label: string;
  readonly sheet?: string;
  readonly text: string;
}

/** What to do, and the sheet where it is done; `rowSheets` are the sheets of row tables there are. */
const stepsWith = (rowSheets: readonly string[]): readonly Step[] => [
  {
    label: 'Identité',
    sheet: 'Identité',
    text: 'Vérifiez votre SIREN, votre nom, l’exercice et votre famille.',
  },
  {
    label: 'Questionnaire',
    sheet: questionnaire.sheet,
    text: 'Répondez thème par thème dans la colonne « Valeur ». Chaque ligne dit où trouver le chiffre.',
  },
  ...rowStep(rowSheets),
  {
    label: 'Contrôle',
    sheet: questionnaire.sheet,
    text: 'Lisez la colonne « Contrôle » : elle signale ce qui ne va pas ensemble. Une remarque « À vérifier » ne bloque rien : corrigez, ou expliquez en commentaire.',
  },
  {
    label: 'Envoi',
    sheet: 'Identité',
    text: 'Passez le statut à « transmis », écrivez la date, enregistrez, et envoyez le fichier .xlsx à votre union régionale.',
  },
  {
    label: 'Déjà ailleurs ?',
    text: 'Vos chiffres sont déjà dans un autre classeur ? La case « Valeur » peut contenir une formule qui va les y chercher.',
  },
];

/** The step of the sheets that are filled row by row; none where the themes asked have none. */
function rowStep(sheets: readonly string[]): readonly Step[] {
  const [first] = sheets;
  if (first === undefined) return [];
  const names = sheets.map((one) => `« ${one} »`);
  const all = [names.slice(0, -1).join(', '), names.at(-1)].filter((one) => one !== '').join(' et ');
  return [
    {
      label: `${first}${sheets
        .slice(1)
        .map((one) => `, ${one.toLowerCase()}`)
        .join('')}`,
      sheet: first,
      text: `Complétez si vous le pouvez ${sheets.length > 1 ? 'les feuilles' : 'la feuille'} ${all} : une ligne par cellule, opération ou membre.`,
    },
  ];
}

const meanings: readonly (readonly [string, string])[] = [
  ['un nombre', 'Votre réponse. 0 est une réponse : « aucun ».'],
  ['ND', 'Non disponible : la question vous concerne, mais vous n’avez pas l’information.'],
  ['SO', 'Sans objet : la question ne vous concerne pas (par exemple, aucune accession).'],
  ['case vide', 'Pas encore répondu. Ce n’est jamais compté comme 0.'],
];

/** The first sheet: what to do in six lines, what an answer means, how far one is. */
export function readmeSheet(
  identity: TemplateIdentity,
  questions: readonly Question[],
  catalogue: Catalogue,
): SheetModel {
  const grid = new Grid();
  const wide = (left: CellModel, text: string, height: number): void => {
    merges.push(`B${grid.next + 1}:F${grid.next + 1}`);
    grid.add([left, cell(text, styles.text)], height);
  };
  const merges: string[] = [];
  const section = (text: string): void => {
    grid.skip();
    grid.add(
      [cell(text, styles.section), ...Array.from({ length: 5 }, () => cell(null, styles.section))],
      22,
    );
  };
  grid.add([cell('Contribution à la mesure d’impact territorial', styles.title)], 30);
  grid.add([cell(`${identity.name} — exercice ${identity.year}`, { ...styles.subtitle, size: 13 })], 20);
  section('Que faire');
  const elsewhere = new Set(questions.flatMap((one) => (one.elsewhere ? [one.elsewhere.sheet] : [])));
  const rowSheets = [rowTables.loyers.sheet, rowTables.travaux.sheet, lists.sheet];
  const steps = stepsWith(rowSheets.filter((one) => elsewhere.has(one)));
  for (const [index, { label, sheet, text }] of steps.entries()) {
    const link = sheet === undefined ? {} : { link: { to: inside(sheet, 0, 0) } };
    wide(
      { ...cell(`${index + 1}. ${label}`, { ...styles.text, bold: true, color: palette.primary }), ...link },
      text,
      text.length > 95 ? 32 : 18,
    );
  }
  section('Ce que veut dire une réponse');
  for (const [word, text] of meanings) wide(cell(word, { ...styles.text, bold: true }), text, 18);
  section('Répondre pour plusieurs territoires');
  const place = identity.territory ?? 'celui de la campagne, quand la colonne est vide';
  wide(
    cell('Territoire', { ...styles.text, bold: true }),
    `Chaque ligne vaut pour un territoire (${place}). Pour répondre aussi par département, copiez les lignes voulues sous le tableau et écrivez par exemple DEP:14, EPCI:200069532 ou COM:14118 dans « Territoire ».`,
    48,
  );
  section('Où vous en êtes');
  progress(grid, questions, catalogue);
  return {
    name: 'Lisez-moi',
    columns: [{ width: 26 }, { width: 14 }, { width: 14 }, { width: 16 }, { width: 16 }, { width: 30 }],
    rows: grid.rows(),
    merges,
    print: { fitToWidth: true, footer: '&RPage &P / &N' },
    gridLines: false,
    tabColor: palette.accent,
  };
}

/** Live counts by theme, with a link to its first question. */
function progress(grid: Grid, questions: readonly Question[], catalogue: Catalogue): void {
  const right = { ...styles.heading, align: 'right' } as const;
  const counted = ['Questions', 'Répondues', 'Restantes', 'À vérifier'].map((text) => cell(text, right));
  grid.add([cell('Thème', styles.heading), ...counted, cell('Avancement', styles.heading)], 22);
  const first = grid.next;
  for (const { code, label } of catalogue.dimensions) {
    const at = questions.findIndex((question) => question.theme === code);
    if (at < 0) continue;
    const row = grid.next + 1;
    const theme = `${structured('Thème')},$A${row}`;
    const count = questions.filter((question) => question.theme === code).length;
    const status = (text: string): string => `COUNTIFS(${theme},${structured('Contrôle')},"${text}*")`;
    const wrong = ['À vérifier', 'Erreur', 'Écrivez', 'Négatif'].map(status).join('+');
    grid.add([
      {
        ...cell(label.fr, { ...styles.link, bold: true }),
        link: { to: inside(questionnaire.sheet, questionnaire.headingRow + 1 + at, 4) },
      },
      { value: count, formula: `COUNTIFS(${theme})`, style: styles.number },
      { value: 0, formula: `B${row}-D${row}`, style: styles.number },
      { value: count, formula: status('À répondre'), style: styles.number },
      { value: 0, formula: wrong, style: styles.number },
      bar(row, 0),
    ]);
  }
  const last = grid.next;
  const total = grid.next + 1;
  const sum = (column: string): string =>
    last > first ? `SUM(${column}${first + 1}:${column}${last})` : '0';
  const strong = { ...styles.number, bold: true, border: 'none' } as const;
  grid.add([
    cell('Ensemble', { ...styles.text, bold: true }),
    { value: questions.length, formula: sum('B'), style: strong },
    { value: 0, formula: sum('C'), style: strong },
    { value: questions.length, formula: sum('D'), style: strong },
    { value: 0, formula: sum('E'), style: strong },
    bar(total, 0),
  ]);
}

/** A bar made of characters: it prints, and needs no macro. */
function bar(row: number, share: number): CellModel {
  const formula = `IF(B${row}=0,"",REPT("█",ROUND(20*C${row}/B${row},0))&REPT("░",20-ROUND(20*C${row}/B${row},0))&" "&ROUND(100*C${row}/B${row},0)&" %")`;
  const value = `${'█'.repeat(Math.round(20 * share))}${'░'.repeat(20 - Math.round(20 * share))} ${Math.round(100 * share)} %`;
  return { value, formula, style: { color: palette.accent, size: 9, border: 'bottom', indent: 1 } };
}
