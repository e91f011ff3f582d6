import type { Contribution } from '../contribution';
import { fileName, remarkOnFile, withRemark } from './remarks';

/**
 * Settles which workbook counts where one landlord sent several for the same `exercice` (spec, “Same landlord
 * twice”): a `brouillon` never replaces a `transmis` or `validé`; then the later `transmis_le`; lacking dates,
 * the later `modified` property. If nothing decides, those left are rejected: nobody guesses whose figures count.
 * Gives every contribution back, in the same order, those set aside with a status and a remark that says why.
 */
export function settleSubmissions(contributions: readonly Contribution[]): Contribution[] {
  const rivals = new Map<string, Contribution[]>();
  for (const one of contributions) {
    if (one.status !== 'accepted' || !one.identity) continue;
    const key = `${one.identity.siren} ${one.identity.year}`;
    rivals.set(key, [...(rivals.get(key) ?? []), one]);
  }
  const verdicts = new Map<Contribution, Contribution>();
  for (const group of rivals.values()) {
    if (group.length > 1) judge(group, verdicts);
  }
  return contributions.map((one) => verdicts.get(one) ?? one);
}

type Step = { readonly keep: (left: readonly Contribution[]) => Contribution[]; readonly why: string };

const steps: readonly Step[] = [
  { keep: firmOnes, why: 'un brouillon ne remplace pas un classeur transmis ou validé' },
  { keep: (left) => latest(left, (one) => one.identity?.sentAt), why: 'il a été transmis plus tard' },
  { keep: (left) => latest(left, (one) => one.modified), why: 'il a été modifié plus tard' },
];

function judge(group: readonly Contribution[], verdicts: Map<Contribution, Contribution>): void {
  let left: readonly Contribution[] = group;
  const beaten: { one: Contribution; why: string }[] = [];
  for (const { keep, why } of steps) {
    const kept = keep(left);
    beaten.push(...left.filter((one) => !kept.includes(one)).map((one) => ({ one, why })));
    left = kept;
  }
  const [winner] = left;
  const names = left.map((one) => `« ${fileName(one.file)} »`).join(', ');
  for (const { one, why } of beaten) {
    const message = `Ce classeur n’est pas compté : ${names} le remplace (${why}). Si c’est lui le bon, corrigez statut ou transmis_le.`;
    verdicts.set(
      one,
      withRemark(one, remarkOnFile('warning', 'superseded', message, one.file), 'superseded'),
    );
  }
  if (left.length === 1 || !winner?.identity) return;
  const { siren, year } = winner.identity;
  for (const one of left) {
    const message = `Plusieurs classeurs pour le SIREN ${siren} et l’exercice ${year}, sans rien qui les départage (${names}) : aucun n’est compté. Remplissez transmis_le ou ne gardez que le bon.`;
    verdicts.set(
      one,
      withRemark(one, remarkOnFile('blocking', 'same_landlord_twice', message, one.file), 'rejected'),
    );
  }
}

/** Drafts give way only where there is something firm; a workbook without a status is not a draft. */
function firmOnes(left: readonly Contribution[]): Contribution[] {
  const firm = left.filter((one) => one.identity?.status !== 'brouillon');
  return firm.length > 0 ? firm : [...left];
}

/** Those of the latest date; all of them when one lacks the date, because then it decides nothing. */
function latest(
  left: readonly Contribution[],
  dateOf: (one: Contribution) => Date | undefined,
): Contribution[] {
  const times = left.map((one) => dateOf(one)?.getTime() ?? Number.NaN);
  const newest = Math.max(...times);
  return Number.isNaN(newest) ? [...left] : left.filter((_, index) => times[index] === newest);
}

/**
 * The contribution that a landlord's facts of a year come from: the one of that `exercice`, else the latest
 * that says anything of the year (a list of blank cells says nothing).
 */
export function contributionOfYear(
  ofLandlord: readonly Contribution[],
  year: number,
): Contribution | undefined {
  const ofExercise = ofLandlord.find((one) => one.identity?.year === year);
  if (ofExercise) return ofExercise;
  return [...ofLandlord]
    .sort((one, other) => (other.identity?.year ?? 0) - (one.identity?.year ?? 0))
    .find((one) => saysSomething(one, year));
}

function saysSomething(contribution: Contribution, year: number): boolean {
  return (
    contribution.facts.some((one) => one.year === year && one.answer.kind !== 'blank') ||
    contribution.rows.some((one) => one.year === year) ||
    contribution.members.some((one) => one.year === year)
  );
}
