import { type Catalogue, confidenceWords } from '../../catalogue';
import { territoryName } from '../../territory';
import {
  area,
  cell,
  dateFormat,
  Grid,
  headings,
  inside,
  palette,
  styles,
  type CellModel,
  type SheetModel,
} from '../../xlsx';
import {
  ALL_THEMES,
  campaignHeadings,
  campaignSheets,
  campaignTables,
  DEFAULT_COEFFICIENTS,
  settingFields,
} from '../format';
import { type Campaign, states } from '../model';

const steps: readonly (readonly [keyof typeof campaignSheets, string])[] = [
  [
    'perimeter',
    'Vérifiez ou collez la liste des bailleurs attendus, avec leurs logements au territoire de la campagne.',
  ],
  [
    'followUp',
    'Suivez qui a répondu ; changez l’état dans la liste quand vous relisez (« en revue ») et acceptez.',
  ],
  ['reminders', 'Copiez le texte de la relance de chaque bailleur dans votre messagerie.'],
  [
    'journal',
    'Un chiffre à corriger s’écrit ici, avec son motif ; la consolidation l’applique et le montre.',
  ],
];

/** The first sheet: what this is, what to do, what is asked, where everyone stands. */
export function settingsSheet({ settings }: Campaign, catalogue: Catalogue): SheetModel {
  const grid = new Grid();
  grid.add([cell(`Campagne ${settings.year} — ${territoryName(settings.territory)}`, styles.title)], 30);
  grid.add([
    cell(
      'Le classeur de l’union : qui doit répondre, où chacun en est, ce qui a été ajusté.',
      styles.subtitle,
    ),
  ]);
  section(grid, 'Que faire');
  const merges: string[] = [];
  for (const [key, text] of steps) {
    const sheet = campaignSheets[key];
    merges.push(`B${grid.next + 1}:C${grid.next + 1}`);
    grid.add(
      [
        { ...cell(sheet, { ...styles.link, bold: true }), link: { to: inside(sheet, 0, 0) } },
        cell(text, styles.text),
      ],
      20,
    );
  }
  section(grid, 'Ce qui est demandé');
  const headingRow = grid.add(headings(campaignHeadings.settings, styles.heading), 22);
  for (const [key, value, help, format] of fieldsOf(settings, catalogue)) {
    const style = { ...styles.input, align: 'left', ...(format ? { format } : {}) } as const;
    grid.add(
      [cell(key, styles.strong), cell(value, style), cell(help, styles.muted)],
      20 + 13 * Math.floor(help.length / 72),
    );
  }
  const last = grid.next - 1;
  section(grid, 'Où en est la campagne');
  grid.add([cell('État', styles.heading), cell('Bailleurs', { ...styles.heading, align: 'right' })], 22);
  const state = `${campaignTables.followUp}[etat]`;
  for (const one of states) {
    grid.add([
      cell(one, styles.strong),
      { formula: `COUNTIF(${state},"${one}")`, value: 0, style: { ...styles.number, format: '0' } },
    ]);
  }
  return {
    name: campaignSheets.settings,
    columns: [{ width: 24 }, { width: 44 }, { width: 70 }],
    rows: grid.rows(),
    merges,
    tables: [
      {
        name: campaignTables.settings,
        ref: area(headingRow, 0, last, 2),
        columns: campaignHeadings.settings,
        style: 'TableStyleLight1',
      },
    ],
    print: { landscape: true, fitToWidth: true, footer: '&RPage &P / &N' },
    gridLines: false,
    tabColor: palette.accent,
  };
}

function section(grid: Grid, text: string): void {
  grid.skip();
  grid.add([cell(text, styles.section), cell(null, styles.section), cell(null, styles.section)], 22);
}

type Field = readonly [key: string, value: CellModel['value'] | null, help: string, format?: string];

function fieldsOf(settings: Campaign['settings'], catalogue: Catalogue): readonly Field[] {
  const themes = catalogue.dimensions
    .map(({ code, label }) => `${code} (${label.fr.toLowerCase()})`)
    .join(', ');
  return [
    [settingFields.union, settings.union || null, 'Le nom de l’union : il signe les relances.'],
    [settingFields.year, settings.year, 'L’exercice demandé. Obligatoire.', '0'],
    [
      settingFields.territory,
      settings.territory,
      'Le territoire de la campagne, par exemple REG:28. Obligatoire.',
    ],
    [
      settingFields.deadline,
      settings.deadline ?? null,
      'La date limite de réponse, par exemple 15/03/2026.',
      dateFormat,
    ],
    [
      settingFields.themes,
      settings.themes.join(', ') || ALL_THEMES,
      `« ${ALL_THEMES} », ou des codes : ${themes}.`,
    ],
    [
      settingFields.coefficientSet,
      settings.coefficientSet,
      `« ${DEFAULT_COEFFICIENTS} » : les coefficients du catalogue ${catalogue.version}, sourcés et datés ; ceux qui restent ${confidenceWords.to_confirm} le disent.`,
    ],
  ];
}
