import { basename, join } from 'node:path';
import { catalogue } from '../../catalogue';
import { type Change, type Effect, type Outcome, receive } from '../../campaign';
import { formatQuantity } from '../../formula';
import type { Arguments } from '../arguments';
import { CannotRun } from '../errors';
import { writeBytes } from '../files';
import { print, writeJson } from '../output';
import { referencesOption } from '../references';
import {
  openCampaignFile,
  printRemarks,
  remarkOfFile,
  saveCampaign,
  versionsFolder,
  whyNotOver,
} from './campaign-files';
import { filesMeant, holdFiles, takenVersions } from './versions';

/** `campaign receive`: reads contributions, notes them in the follow-up, shows what new versions change. */
export async function receiveAction(
  args: Arguments,
  [path = '', ...paths]: readonly string[],
): Promise<number> {
  const opened = await openCampaignFile(path);
  if (opened.keepsAnswers) {
    throw new CannotRun(
      `${path} garde les réponses prises dans ses propres feuilles, que cette commande ne récrit pas : recevez les fichiers dans Excel, onglet Réunir.`,
    );
  }
  const folder = versionsFolder(path, args);
  const meant = await filesMeant(paths, path, folder);
  if (meant.length === 0) throw new CannotRun(`Aucun classeur (.xlsx, .xlsm) dans ${paths.join(', ')}.`);
  const references = args.text('references');
  const files = await holdFiles(meant);
  const { campaign, outcomes } = receive(
    {
      campaign: opened.campaign,
      files,
      taken: await takenVersions(opened.campaign, folder),
      take: args.has('take'),
      today: today(),
      by: args.text('who') ?? '',
    },
    {
      catalogue,
      ...(references === undefined ? {} : { references: (await referencesOption(references)).figures }),
    },
  );
  const changed = outcomes.some(({ kind }) => kind === 'taken');
  const output = args.text('output') ?? path;
  const obstacle = changed && output === path ? whyNotOver(opened) : undefined;
  if (obstacle !== undefined) {
    throw new CannotRun(`${obstacle} : donnez un autre fichier par -o, puis recopiez-y vos ajouts.`);
  }
  for (const { keepAs, version } of outcomes) {
    const file = files.find((one) => one.version === version);
    if (keepAs !== undefined && file) await writeBytes(join(folder, keepAs), file.bytes);
  }
  const writes = changed || output !== path;
  if (writes) await saveCampaign(campaign, output);
  const json = args.text('json');
  if (json !== undefined) writeJson(json, { files: outcomes.map(outcomeJson) });
  if (json !== '-') {
    printRemarks(opened.remarks);
    print(outcomes.flatMap(outcomeLines).join('\n'));
    print(tally(outcomes));
    print(!writes ? 'Rien de nouveau : le classeur de campagne est inchangé.' : `Suivi écrit : ${output}`);
  }
  return outcomes.some(
    ({ kind, contribution }) =>
      kind === 'refused' || contribution.remarks.some(({ level }) => level === 'blocking'),
  )
    ? 1
    : 0;
}

/** A day, as a workbook holds it: without a time zone. */
export function today(): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}

const kinds: Readonly<Record<Outcome['kind'], string>> = {
  taken: 'pris',
  unchanged: 'déjà pris',
  waiting: 'nouvelle version, à prendre par --take',
  older: 'plus ancien que la version prise',
  superseded: 'remplacé par un autre fichier',
  refused: 'refusé',
};

const MOST_SHOWN = 20;

function outcomeLines({ kind, contribution, changes, effects }: Outcome): string[] {
  const { file, identity, remarks } = contribution;
  const who = identity ? ` — ${identity.name} (${identity.siren})` : '';
  const shownRemarks =
    kind === 'unchanged'
      ? []
      : remarks.filter(({ level, source }) => level === 'blocking' || source.cell === '');
  return [
    `${basename(file)}${who} : ${kinds[kind]}`,
    ...shownRemarks.map((one) => `  ${remarkOfFile(one)}`),
    ...some(changes.map(changeLine), 'changement'),
    ...some(effects.map(effectLine), 'indicateur'),
  ];
}

function some(lines: readonly string[], what: string): string[] {
  const more =
    lines.length > MOST_SHOWN
      ? [`  … et ${lines.length - MOST_SHOWN} autre(s) ${what}(s), tous dans le JSON (--json).`]
      : [];
  return [...lines.slice(0, MOST_SHOWN), ...more];
}

function changeLine({ code, year, territory, before, after }: Change): string {
  const place = [code, territory, year].filter((one) => one !== undefined && one !== '').join(' ');
  return `  ${place} : ${before ?? 'absent'} → ${after ?? 'absent'}`;
}

/** With as many decimals as it takes to see the change. */
function effectLine({ code, label, unit, decimals, before, after }: Effect): string {
  const show = (value: number | null, digits: number): string =>
    value === null ? 'sans valeur' : formatQuantity(value, unit, { locale: 'fr', decimals: digits });
  let digits = decimals;
  while (digits < MOST_DECIMALS && show(before, digits) === show(after, digits)) digits += 1;
  return `  effet sur ${code} (${label}) : ${show(before, digits)} → ${show(after, digits)}`;
}

const MOST_DECIMALS = 8;

function outcomeJson({ kind, contribution, version, changes, effects, keepAs }: Outcome) {
  const { file, identity, remarks } = contribution;
  return {
    file,
    siren: identity?.siren ?? null,
    name: identity?.name ?? null,
    outcome: kind,
    version,
    ...(keepAs === undefined ? {} : { keptAs: keepAs }),
    remarks: remarks.map(({ level, code, message, source }) => ({
      level,
      code,
      message,
      sheet: source.sheet,
      cell: source.cell,
    })),
    changes,
    effects,
  };
}

function tally(outcomes: readonly Outcome[]): string {
  const counts = Object.entries(kinds).flatMap(([kind, words]) => {
    const count = outcomes.filter((one) => one.kind === kind).length;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  return `${outcomes.length} fichier(s) : ${counts.join(' ; ')}.`;
}
