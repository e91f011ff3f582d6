import type { Catalogue } from '../catalogue';
import { settleSubmissions } from '../consolidation';
import { type Contribution, type Remark, settleContribution } from '../contribution';
import { type Change, changesBetween } from './changes';
import { filledShare } from './coverage';
import { doubtsOf, refusalsOf } from './doubts';
import { type Effect, type EffectOptions, effectsOf } from './effects';
import type { Campaign, FollowUp } from './model';
import { slugOf } from './prefill';
import { askedQuestions } from './themes';
import { fileName, showDate } from './words';

/** A contribution as read, and the fingerprint of its file. */
export interface Version {
  readonly contribution: Contribution;
  readonly version: string;
}

export interface ReceiveInput {
  readonly campaign: Campaign;
  readonly files: readonly Version[];
  /** The versions taken before, read again. */
  readonly taken: readonly Version[];
  /** Whether new versions of what was taken are taken too, and not only shown. */
  readonly take: boolean;
  readonly today: Date;
  /** Who receives: the name they gave. */
  readonly by: string;
}

/** What became of a file. */
export interface Outcome {
  readonly kind: 'taken' | 'unchanged' | 'waiting' | 'older' | 'superseded' | 'refused';
  /** Settled in the campaign, with all that was said about it. */
  readonly contribution: Contribution;
  readonly version: string;
  /** Against the version taken before, if there is one. */
  readonly changes: readonly Change[];
  readonly effects: readonly Effect[];
  /** Under which name the file is kept; only for one that is taken. */
  readonly keepAs?: string;
}

/**
 * Receives contributions: each file is refused with its reason, taken, found unchanged or older, or, where another
 * version was taken before, shown with what it changes until it is told to take it. One file never affects another.
 * Receiving the same files again changes nothing.
 */
export function receive(
  input: ReceiveInput,
  options: EffectOptions,
): { readonly campaign: Campaign; readonly outcomes: readonly Outcome[] } {
  const { campaign } = input;
  const { territory } = campaign.settings;
  const settle = (one: Contribution): Contribution => settleContribution(one, territory, options.catalogue);
  const given = input.files.map((one): Version => {
    const refusals = refusalsOf(one.contribution, campaign);
    const { contribution } = one;
    if (refusals.length === 0) return one;
    return {
      ...one,
      contribution: { ...contribution, status: 'rejected', remarks: [...refusals, ...contribution.remarks] },
    };
  });
  const twins = twinsOf(given);
  const rivals = settleSubmissions(
    given.filter((one) => !twins.has(one)).map(({ contribution }) => contribution),
  );
  const standing = [...rivals];
  let followUp = campaign.followUp;
  const outcomes = given.map((one): Outcome => {
    const nothing = { version: one.version, changes: [], effects: [] };
    const twin = twins.get(one);
    if (twin) {
      const message = `Ce fichier est le même que « ${fileName(twin.contribution.file)} » : il ne compte qu’une fois.`;
      return {
        ...nothing,
        kind: 'unchanged',
        contribution: withWarning(settle(one.contribution), 'same_file', message),
      };
    }
    const settled = standing.shift() ?? one.contribution;
    if (settled.status === 'rejected') return { ...nothing, kind: 'refused', contribution: settled };
    if (settled.status === 'superseded')
      return { ...nothing, kind: 'superseded', contribution: settle(settled) };
    const outcome = place(
      { ...one, contribution: settled },
      { ...input, campaign: { ...campaign, followUp } },
      options,
    );
    if (outcome.kind === 'taken')
      followUp = withRow(followUp, followUpAfter(outcome, input, followUp, options.catalogue));
    return outcome;
  });
  return { campaign: { ...campaign, followUp }, outcomes };
}

/** Files that are, byte for byte, one that stands before them. */
function twinsOf(files: readonly Version[]): Map<Version, Version> {
  const firsts = new Map<string, Version>();
  const twins = new Map<Version, Version>();
  for (const one of files) {
    const first = firsts.get(one.version);
    if (first) twins.set(one, first);
    else firsts.set(one.version, one);
  }
  return twins;
}

/** What a file that may count is, beside the version taken before. */
function place(one: Version, input: ReceiveInput, options: EffectOptions): Outcome {
  const { campaign, take } = input;
  const { territory } = campaign.settings;
  const { siren = '', name = '' } = one.contribution.identity ?? {};
  const doubts = doubtsOf(one.contribution);
  const settled = settleContribution(one.contribution, territory, options.catalogue);
  const contribution = { ...settled, remarks: [...settled.remarks, ...doubts] };
  const row = campaign.followUp.find((some) => some.siren === siren);
  const outcome = { contribution, version: one.version, changes: [], effects: [] };
  const keepAs = `${[siren, slugOf(name), one.version].filter((part) => part !== '').join('-')}${extensionOf(one.contribution.file)}`;
  if (row?.version === one.version) return { ...outcome, kind: 'unchanged' };
  if (!row || row.version === '') return { ...outcome, kind: 'taken', keepAs };
  const previous = input.taken.find((some) => some.version === row.version);
  if (!previous) {
    const message = `La version prise auparavant (${row.file || row.version}) n’est plus là : ce qui change ne peut pas être montré. Remettez-la dans le dossier des versions, ou prenez celle-ci.`;
    const kind = take ? 'taken' : 'waiting';
    return {
      ...outcome,
      contribution: withWarning(contribution, 'previous_version_missing', message),
      kind,
      ...(take ? { keepAs } : {}),
    };
  }
  const [, verdict] = settleSubmissions([previous.contribution, one.contribution]);
  if (verdict?.status === 'superseded') {
    return {
      ...outcome,
      kind: 'older',
      contribution: {
        ...contribution,
        status: 'superseded',
        remarks: [...contribution.remarks, ...verdict.remarks.slice(-1)],
      },
    };
  }
  const others = input.taken.filter((some) => some !== previous).map((some) => some.contribution);
  const changes = changesBetween(previous.contribution, one.contribution, territory, options.catalogue);
  const effects = effectsOf(
    [...others, previous.contribution],
    [...others, one.contribution],
    campaign,
    options,
  );
  const reopened =
    row.state === 'accepté'
      ? withWarning(contribution, 'accepted_before', acceptedBefore(row))
      : contribution;
  return {
    ...outcome,
    contribution: reopened,
    changes,
    effects,
    ...(take ? { kind: 'taken', keepAs } : { kind: 'waiting' }),
  };
}

function acceptedBefore({ by, date }: FollowUp): string {
  const when = date ? ` le ${showDate(date)}` : '';
  return `Une version de ce classeur a été acceptée${by ? ` par ${by}` : ''}${when} : la nouvelle est à relire.`;
}

/** The row of a landlord once its file is taken; what people wrote in it stays. */
export function followUpAfter(
  { contribution, version, keepAs }: Outcome,
  { campaign, today, by }: Pick<ReceiveInput, 'campaign' | 'today' | 'by'>,
  followUp: readonly FollowUp[],
  catalogue: Catalogue,
): FollowUp {
  const { settings } = campaign;
  const { siren = '', name = '', contact = '', sentAt } = contribution.identity ?? {};
  const before = followUp.find((one) => one.siren === siren);
  return {
    siren,
    name: before?.name || name,
    state: 'reçu',
    date: today,
    by,
    sentBy: contact,
    ...(sentAt ? { sentAt } : {}),
    version,
    file: keepAs ?? '',
    filled: filledShare(contribution, askedQuestions(settings, catalogue), settings.year),
    blocking: contribution.remarks.filter(({ level }) => level === 'blocking').length,
    comment: before?.comment ?? '',
  };
}

function withRow(followUp: readonly FollowUp[], row: FollowUp): readonly FollowUp[] {
  const known = followUp.some(({ siren }) => siren === row.siren);
  return known ? followUp.map((one) => (one.siren === row.siren ? row : one)) : [...followUp, row];
}

function withWarning(contribution: Contribution, code: string, message: string): Contribution {
  const source = { file: contribution.file, sheet: '', cell: '' };
  const remark: Remark = { level: 'warning', code, message, source };
  return { ...contribution, remarks: [...contribution.remarks, remark] };
}

const extensionOf = (file: string): string => (/\.xlsm$/i.test(file) ? '.xlsm' : '.xlsx');
