import type { Remark } from '../contribution';
import { numberOfLine, readCampaignFile, territoryOfLine } from './campaignFile';
import type { ReferenceFigure } from './model';

/**
 * Reads a reference file (`code;annee;territoire;valeur;source`, code `ref.NAME`). Shares are fractions
 * (`0,21`; `21 %` is read so too). A blank territory stays blank: the campaign's. A line that cannot be used is
 * left out with a blocking remark; two lines that contradict each other are both left out.
 */
export function readReferences(
  text: string,
  file: string,
): { figures: ReferenceFigure[]; remarks: Remark[] } {
  const read = readCampaignFile(text, file, ['code', 'annee', 'valeur'], ['territoire', 'source']);
  const figures = new Map<string, { figure: ReferenceFigure; line: number; contradicted: boolean }>();
  for (const one of read.lines) {
    const code = one
      .cell('code')
      .toLowerCase()
      .replace(/^ref\./, '');
    if (code === '') {
      read.say('blocking', 'missing_code', one.line, 'le code manque, la ligne est ignorée.');
      continue;
    }
    const year = numberOfLine(one.cell('annee'));
    if (year === undefined || !Number.isInteger(year) || year < 1900 || year > 2200) {
      const message = `« ${one.cell('annee')} » n’est pas une année, la ligne est ignorée ; écrivez par exemple 2019.`;
      read.say('blocking', 'invalid_year', one.line, message);
      continue;
    }
    const territory = territoryOfLine(read, one.line, one.cell('territoire'));
    if (territory === undefined) continue;
    const value = valueOf(one.cell('valeur'));
    if (value === undefined) {
      const message = `« ${one.cell('valeur')} » n’est pas un nombre, la ligne est ignorée ; corrigez ref.${code}.`;
      read.say('blocking', 'invalid_value', one.line, message);
      continue;
    }
    const key = `${code} ${year} ${territory}`;
    const earlier = figures.get(key);
    if (!earlier) {
      const figure = { code, year, territory, value, source: one.cell('source') };
      figures.set(key, { figure, line: one.line, contradicted: false });
      continue;
    }
    const same = earlier.figure.value === value;
    if (!same) earlier.contradicted = true;
    read.say(
      same ? 'warning' : 'blocking',
      same ? 'duplicate_line' : 'contradictory_reference',
      one.line,
      `ref.${code} (${year}, ${territory || 'campagne'}) figure déjà à la ligne ${earlier.line}${
        same
          ? ' avec la même valeur.'
          : ` avec ${earlier.figure.value} au lieu de ${value} : aucune des deux n’est prise, supprimez la fausse.`
      }`,
    );
  }
  const kept = [...figures.values()].filter((one) => !one.contradicted).map((one) => one.figure);
  return { figures: kept, remarks: read.remarks };
}

function valueOf(text: string): number | undefined {
  const percent = /^(.*\S)\s*%$/u.exec(text);
  const value = numberOfLine(percent?.[1] ?? text);
  return value !== undefined && percent ? value / 100 : value;
}
