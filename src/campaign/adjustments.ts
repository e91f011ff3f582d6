import type { Catalogue } from '../catalogue';
import { settleSubmissions } from '../consolidation';
import { type Answer, type Contribution, type Fact, type Remark, showAnswer } from '../contribution';
import type { Adjustment, Campaign, CampaignSettings } from './model';
import { showDate, showFigure } from './words';

/** An adjustment that changed a figure, with the figure as it was. */
export interface AppliedAdjustment extends Adjustment {
  readonly landlord: string;
  readonly label: string;
  readonly unit: string;
  /** Where the landlord's figure stands; absent for one that the landlord did not give. */
  readonly of?: Fact['source'];
}

export interface Adjusted {
  readonly contributions: readonly Contribution[];
  readonly applied: readonly AppliedAdjustment[];
  /** Why an adjustment of the journal was not applied. */
  readonly remarks: readonly Remark[];
}

/** What is needed of a campaign: what a blank territory stands for, and its journal. */
export interface AdjustedCampaign extends Pick<Campaign, 'journal'> {
  readonly settings: Pick<CampaignSettings, 'territory'>;
}

/**
 * Applies the journal to the contributions that count, never silently: an adjusted figure keeps its cell and its old
 * value, its comment and a remark of the contribution say who changed what and why. An adjustment whose old value is
 * no longer the landlord's is not applied, with a blocking remark. In the order of the journal; cancelled ones rest.
 */
export function applyAdjustments(
  contributions: readonly Contribution[],
  { settings, journal }: AdjustedCampaign,
  catalogue: Catalogue,
): Adjusted {
  const current = settleSubmissions(contributions);
  const applied: AppliedAdjustment[] = [];
  const remarks: Remark[] = [];
  for (const one of journal.filter(({ cancelledBy }) => cancelledBy === '')) {
    const at = contributionFor(one, current);
    const contribution = current[at];
    if (!contribution) {
      remarks.push(
        unapplied(
          one,
          'adjustment_without_landlord',
          `Le bailleur ${one.siren} n’a pas de contribution prise en compte pour ${one.year}`,
          'Gardez la ligne pour quand elle arrivera, ou annulez-la.',
        ),
      );
      continue;
    }
    const result = adjust(contribution, one, settings.territory, catalogue);
    if (typeof result === 'string') {
      remarks.push(
        unapplied(
          one,
          'adjustment_outdated',
          result,
          'Relisez-le : annulez l’ajustement, ou mettez « ancien » à jour.',
        ),
      );
      continue;
    }
    current[at] = result.contribution;
    const point = catalogue.dataPoints.get(one.code);
    applied.push({
      ...one,
      landlord: contribution.identity?.name ?? one.siren,
      label: point?.label.fr ?? one.code,
      unit: point?.unit ?? '',
      ...(result.of ? { of: result.of } : {}),
    });
  }
  // Only what an adjustment touched is handed back changed: submissions are settled by the consolidation itself.
  const touched = new Set(applied.map(({ siren }) => siren));
  return {
    contributions: contributions.map((one, index) =>
      touched.has(one.identity?.siren ?? '') ? (current[index] ?? one) : one,
    ),
    applied,
    remarks,
  };
}

/** The one of that exercise, else the latest that has the figure; -1 when there is none. */
function contributionFor(one: Adjustment, contributions: readonly Contribution[]): number {
  const own = contributions
    .map((contribution, index) => ({ contribution, index }))
    .filter(
      ({ contribution: { status, identity } }) => status === 'accepted' && identity?.siren === one.siren,
    );
  const ofExercise = own.find(({ contribution }) => contribution.identity?.year === one.year);
  if (ofExercise) return ofExercise.index;
  const having = own.filter(({ contribution }) => contribution.facts.some((fact) => fact.year === one.year));
  const year = (index: number): number => contributions[index]?.identity?.year ?? 0;
  return having.sort((a, b) => year(b.index) - year(a.index))[0]?.index ?? -1;
}

/** The contribution with the figure changed, or why it cannot be. */
function adjust(
  contribution: Contribution,
  one: Adjustment,
  campaign: string,
  catalogue: Catalogue,
): { contribution: Contribution; of?: Fact['source'] } | string {
  const placeOf = (territory: string): string => territory || campaign;
  const isMeant = (fact: Fact): boolean =>
    fact.code === one.code && fact.year === one.year && placeOf(fact.territory) === placeOf(one.territory);
  const meant = contribution.facts.filter(isMeant);
  const filled = meant.filter(({ answer }) => answer.kind !== 'blank');
  const show = (answer: Answer): string => showFigure(answer, one.code, catalogue);
  const what = `${contribution.identity?.name ?? one.siren}, ${one.code}, ${one.year}, ${placeOf(one.territory)}`;
  const said = filled.find(({ answer }) => isSame(answer, one.before));
  if (!said && !(filled.length === 0 && isNothing(one.before))) {
    const now =
      filled.length === 0 ? 'vide' : [...new Set(filled.map(({ answer }) => show(answer)))].join(' ou ');
    return `${what} : le journal dit que l’ancien chiffre est ${show(one.before)}, le classeur dit ${now}`;
  }
  const first = said ?? meant[0];
  const words = `${show(first?.answer ?? { kind: 'blank' })} → ${show(one.after)} par ${one.by}${one.when ? ` le ${showDate(one.when)}` : ''}, motif : ${one.reason}`;
  const changed: Fact = {
    ...(first ?? {
      code: one.code,
      year: one.year,
      territory: one.territory,
      written: one.territory,
      source: one.source,
    }),
    answer: one.after,
    comment: [`Ajusté : ${words}`, first?.comment].filter((text) => text !== undefined).join(' | '),
  };
  // Figures of former communes that are one today add up: only the row adjusted, its doubles and blanks give way.
  const isDouble = (fact: Fact): boolean => placeOf(fact.written) === placeOf(first?.written ?? '');
  const kept = contribution.facts.filter(
    (fact) => fact === first || !isMeant(fact) || (fact.answer.kind !== 'blank' && !isDouble(fact)),
  );
  const remark: Remark = {
    level: 'warning',
    code: 'adjusted',
    message: `Chiffre ajusté par l’union, ${one.code} (${one.year}, ${placeOf(one.territory)}) : ${words}. Pour revenir au chiffre du bailleur, remplissez « annule_par » dans le journal.`,
    source: changed.source,
    subject: one.code,
  };
  return {
    contribution: {
      ...contribution,
      facts: first ? kept.map((fact) => (fact === first ? changed : fact)) : [...kept, changed],
      remarks: [...contribution.remarks, remark],
    },
    ...(first ? { of: first.source } : {}),
  };
}

const isNothing = ({ kind }: Answer): boolean => kind === 'blank' || kind === 'unavailable';

/** The same answer; a figure that nobody could read is written as blank in the journal. */
function isSame(one: Answer, written: Answer): boolean {
  if (one.kind === 'number' && written.kind === 'number') {
    return Math.abs(one.value - written.value) <= 1e-9 * Math.max(1, Math.abs(one.value));
  }
  return one.kind === written.kind || (one.kind === 'refused' && written.kind === 'blank');
}

function unapplied(one: Adjustment, code: string, why: string, remedy: string): Remark {
  const message = `${why} : l’ajustement (${showAnswer(one.before)} → ${showAnswer(one.after)}) n’est pas appliqué. ${remedy}`;
  return { level: 'blocking', code, message, source: one.source, subject: one.code };
}
