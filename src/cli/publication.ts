import { type Adjusted, withAdjustments } from '../campaign';
import { catalogue } from '../catalogue';
import {
  buildInternalWorkbook,
  buildPublicationWorkbook,
  type ConsolidationInput,
  type EarlierEdition,
  type Publication,
  publicationToCsv,
  publicationToJson,
  publish,
  type PublishedCell,
} from '../consolidation';
import { formatNumber } from '../formula';
import type { Arguments } from './arguments';
import { orCannotRun } from './campaign';
import { type ComparedFiles, comparisonOf } from './comparison';
import { earlierEdition } from './editions';
import { write } from './files';
import { print, writeJson } from './output';
import { summary } from './summary';

/** `consolidate --publish`: gates, confidentiality, and the publishable copy. Gives back what it rests on. */
export async function publishCampaign(
  args: Arguments,
  input: Omit<ConsolidationInput, 'catalogue'>,
  adjusted: Adjusted,
  compared: ComparedFiles,
) {
  const previous: EarlierEdition[] = [];
  for (const path of args.texts('previous')) previous.push(await earlierEdition(path, '--previous'));
  const publication = orCannotRun(() => publish({ ...input, catalogue }, previous));
  const others = previous.filter((one) => one.year !== publication.consolidation.year);
  const internal = args.text('internal');
  if (internal !== undefined) {
    const comparison = comparisonOf(compared, publication.consolidation, { ...input, catalogue });
    const workbook = buildInternalWorkbook(publication, { compared: comparison.compared });
    await write(internal, withAdjustments(workbook, adjusted));
  }
  const json = args.text('json');
  const output = args.text('output');
  if (json !== undefined) writeJson(json, publicationToJson(publication));
  if (output !== undefined) {
    if (/\.csv$/i.test(output)) await write(output, publicationToCsv(publication));
    else await write(output, buildPublicationWorkbook(publication));
  }
  if (json !== '-') {
    print(summary({ ...publication.consolidation, cells: publication.cells.map(withoutWithheld) }));
    print(counts(publication));
    for (const one of others) {
      print(`« ${one.file} » porte sur ${one.year} : une autre année n’apprend rien sur celle-ci.`);
    }
    if (output !== undefined) print(`Copie publiable écrite : ${output}`);
    if (internal !== undefined) {
      print(`Classeur interne écrit : ${internal} (chiffres des bailleurs : à garder, pas à diffuser)`);
    }
  }
  return publication.consolidation;
}

/** A terminal may be shown to others: the value of a withheld cell is left out, its reason is not. */
function withoutWithheld(cell: PublishedCell): PublishedCell {
  return cell.status === 'masked' || cell.status === 'insufficient' ? { ...cell, value: null } : cell;
}

/** How much is shown, and what is lost to whom. */
function counts({ cells, exposedBefore, adjusted }: Publication): string {
  const have = cells.filter((one) => one.value !== null && one.status !== 'unavailable');
  const count = (test: (cell: PublishedCell) => boolean) => showCount(have.filter(test).length);
  const lines = [
    '',
    `Publication : ${count((one) => one.status === 'published')} cellules publiées, dont ${count((one) => one.status === 'published' && one.extrapolatedShare !== 0)} redressées ;`,
    `${count((one) => one.status === 'insufficient')} sans assez de réponses ; ${count((one) => one.status === 'masked' && one.reason !== 'secondary')} masquées par elles-mêmes, ${count((one) => one.reason === 'secondary')} pour protéger celles-là.`,
  ];
  if (adjusted > 0) {
    lines.push(`${showCount(adjusted)} chiffre(s) ajusté(s) par l’union entre(nt) dans ce qui est publié.`);
  }
  if (exposedBefore) {
    lines.push(
      'Attention : ce qui a déjà été publié donne à lui seul le chiffre d’un bailleur ou d’une cellule masquée ; cette édition ne peut plus le protéger.',
    );
  }
  return lines.join('\n');
}

const showCount = (value: number): string => formatNumber(value, { locale: 'fr', decimals: 0 });
