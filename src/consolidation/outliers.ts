import type { DataPoint } from '../catalogue';
import { formatNumber, formatQuantity } from '../formula';
import { Answers } from './answers';
import type { Inquiry } from './inquiry';
import { quartilesOf } from './quartiles';
import { groupBy } from './yearData';

/** Fewer landlords of a family than this do not make a norm. */
const FEWEST_TO_COMPARE = 5;
/** Around 1 000 times the median: the figure is most likely in k€ where € are asked, or the reverse. */
const SLIP = { least: 300, most: 3000 };

/**
 * Nearer than this to the median a figure is no news, even where the others are nearer still: the same quarter that
 * separates two years of a landlord (domain practice for soft checks).
 */
const LEAST_DISTANCE = 0.25;

/** A figure far from those of its peers: shown to a person, never removed. */
export interface Outlier {
  readonly participant: number;
  /** The data point. */
  readonly code: string;
  readonly kind: 'outlier' | 'unit_slip';
  readonly message: string;
}

interface Ratio {
  readonly participant: number;
  readonly value: number;
  /** Value per dwelling of the landlord. */
  readonly ratio: number;
}

/**
 * Figures outside Tukey's fences (Q1 − 1.5 IQR, Q3 + 1.5 IQR) of the per-dwelling ratio among the landlords of the
 * same family, and those about 1 000 times away from its median; at the campaign's territory, for every data point
 * that is added up, whether or not an indicator uses it.
 */
export function outliersOf(inquiry: Inquiry): Outlier[] {
  const { catalogue, campaign, participants } = inquiry;
  const points = [...catalogue.dataPoints.values()].filter(
    (one) => one.kind === 'sum' && !one.local && one.code !== 'nb_lls',
  );
  const questions = points.map((one) => inquiry.dataQuestion(one.code));
  const answers = new Answers(campaign, campaign, participants, questions);
  const stocks = participants.map((one, index) =>
    one.landlord.inPerimeter ? (inquiry.stockOf(index, campaign) ?? 0) : 0,
  );
  const compared = participants.map((_, index) => index).filter((index) => (stocks[index] ?? 0) > 0);
  const families = groupBy(compared, (index) => participants[index]?.landlord.family);
  return points.flatMap((point, at) =>
    [...families].flatMap(([family, members]) => {
      const ratios = members
        .filter((one) => answers.stateOf(one, at) === 'number')
        .map((one): Ratio => {
          const value = answers.valueOf(one, at);
          return { participant: one, value, ratio: value / (stocks[one] ?? 1) };
        });
      return ratios.length < FEWEST_TO_COMPARE ? [] : amongPeers(ratios, point, family);
    }),
  );
}

function amongPeers(ratios: readonly Ratio[], point: DataPoint, family: string | undefined): Outlier[] {
  const { q1, median, q3 } = quartilesOf(ratios.map((one) => one.ratio));
  const [low, high] = fencesOf(q1, median, q3);
  const peers = `${ratios.length} bailleurs ${family ?? 'sans famille indiquée'}`;
  const shown = `de ${short(point.nonnegative ? Math.max(low, 0) : low)} à ${short(high)}`;
  return ratios.flatMap(({ participant, value, ratio }): Outlier[] => {
    const times = convertible(point) ? ratio / median : 1;
    const slip = isSlip(times) || isSlip(1 / times);
    const near = Math.abs(ratio - median) < LEAST_DISTANCE * Math.abs(median);
    if (!slip && (near || (ratio >= low && ratio <= high))) return [];
    const quantity = formatQuantity(value, point.unit, { locale: 'fr', decimals: decimalsOf(value) });
    const figure = `« ${point.label.fr} » (${point.code}) vaut ${quantity}, soit ${short(ratio)} par logement`;
    const message = slip
      ? `${figure}, environ mille fois ${times > 1 ? 'plus' : 'moins'} que la médiane de ${peers} (${short(median)}) : vérifiez l’unité (k€ pour € ?).`
      : `${figure}, hors de l’intervalle ${shown} observé chez ${peers} : vérifiez le chiffre, ou gardez-le s’il est juste.`;
    return [{ participant, code: point.code, kind: slip ? 'unit_slip' : 'outlier', message }];
  });
}

/**
 * Tukey's fences. Where half the peers or more are equal the range between quartiles is nil, and every rounding
 * would stand out: then only the double and the half do; and nothing where most have none at all.
 */
export function fencesOf(q1: number, median: number, q3: number): readonly [number, number] {
  const spread = q3 - q1;
  if (spread > 0) return [q1 - 1.5 * spread, q3 + 1.5 * spread];
  return median > 0 ? [median / 2, median * 2] : [-Infinity, Infinity];
}

const convertible = (point: DataPoint): boolean => /^(€|kWh|kg)/u.test(point.unit);

const isSlip = (times: number): boolean => times >= SLIP.least && times <= SLIP.most;

/** Three figures that count: enough to recognise a number. */
function short(value: number): string {
  return formatNumber(value, { locale: 'fr', decimals: decimalsOf(value) });
}

function decimalsOf(value: number): number {
  if (value === 0 || !Number.isFinite(value) || Number.isInteger(value)) return 0;
  return Math.min(Math.max(2 - Math.floor(Math.log10(Math.abs(value))), 0), 8);
}
