import { type Adjusted, applyAdjustments, lineageOf, peersOf, reviewOf } from '../../campaign';
import { catalogue } from '../../catalogue';
import {
  CampaignError,
  type Consolidation,
  type ConsolidationInput,
  consolidate,
  distributionOf,
  earlierConsolidation,
  familiesOf,
  gapsTo,
  type IndicatorCell,
  NotAnEdition,
  yearChanges,
} from '../../consolidation';
import { sourceOfConsolidation } from '../../study';
import { territoryName } from '../../territory';
import { WorkbookRefused } from '../../xlsx';
import { countingOf } from '../union/received-values';
import { yearIn } from './editions';
import type { DeskInput, DeskQuestions, QuestionName, ResultCell } from './model';
import { Publishing } from './publishing';

/** Told of each step of what lasts. */
export type OnPart = (done: number, total: number) => void;

type Answers = {
  readonly [Name in QuestionName]: (
    input: DeskQuestions[Name]['input'],
    onPart: OnPart,
  ) => DeskQuestions[Name]['output'] | Promise<DeskQuestions[Name]['output']>;
};

/**
 * A campaign consolidated once, which then answers whatever the union's tasks ask. The journal is applied to what was
 * received, as on the command line. Throws CampaignError when the campaign cannot be consolidated.
 */
export class UnionDesk {
  readonly consolidation: Consolidation;
  readonly #input: ConsolidationInput;
  readonly #adjusted: Adjusted;
  readonly #said: DeskInput['said'];
  readonly #publishing: Publishing;
  /** What a study calls it. */
  readonly #name: string;

  constructor({ campaign, said, received, references, zonings, by }: DeskInput) {
    const { settings, perimeter, followUp } = campaign;
    const versions = countingOf(received, followUp);
    const contributions = versions.map(({ contribution }) => contribution);
    this.#said = said;
    this.#name = settings.union === '' ? 'Classeur de la campagne' : `Campagne de ${settings.union}`;
    this.#adjusted = applyAdjustments(contributions, campaign, catalogue);
    this.#input = {
      contributions: this.#adjusted.contributions,
      catalogue,
      ...(perimeter.length > 0 ? { perimeter } : { territory: settings.territory }),
      year: settings.year,
      references,
      zonings,
      by,
      remarks: this.#adjusted.remarks,
    };
    this.consolidation = consolidate(this.#input);
    this.#publishing = new Publishing(this.#input, this.#adjusted);
  }

  /** Answers a question. Earlier editions that are none are told in the answer; anything else that fails rejects. */
  async ask<Name extends QuestionName>(
    name: Name,
    input: DeskQuestions[Name]['input'],
    onPart: OnPart = () => undefined,
  ): Promise<DeskQuestions[Name]['output']> {
    return this.#answers[name](input, onPart);
  }

  readonly #answers: Answers = {
    review: () => ({
      ...reviewOf(this.consolidation, this.#said),
      applied: this.#adjusted.applied,
    }),
    peers: ({ siren, code }) => peersOf(this.consolidation, siren, code),
    lineage: ({ code, territory, locale }) => lineageOf(this.consolidation, code, territory, locale),
    results: () => this.#results(),
    studySource: () => sourceOfConsolidation(this.consolidation, this.#name),
    gaps: ({ territory }) => gapsTo(this.consolidation, territory),
    years: async ({ file }) => {
      try {
        const earlier = await yearIn(file);
        const then = earlierConsolidation(earlier, this.#input);
        const leftOut = earlier.remarks.map(({ message }) => message);
        return { year: then.year, changes: yearChanges(this.consolidation, then), leftOut };
      } catch (error) {
        return { year: 0, changes: [], leftOut: [], problem: problemOf(error) };
      }
    },
    publish: async ({ previous }, onPart) => {
      try {
        return { view: await this.#publishing.publish(previous, onPart) };
      } catch (error) {
        return { problem: problemOf(error) };
      }
    },
    files: (_, onPart) => this.#publishing.files(onPart),
  };

  #results(): DeskQuestions['results']['output'] {
    const { consolidation } = this;
    const { territory, year, territories, cells } = consolidation;
    const indicators = [...consolidation.catalogue.indicators.values()];
    return {
      territory,
      year,
      territories: territories.map((code) => ({ code, name: territoryName(code) ?? code })),
      indicators: indicators.map(({ code, label, dimension, decimals }) => ({
        code,
        label,
        dimension,
        decimals,
      })),
      cells: cells.map(resultOf),
      families: familiesOf(consolidation, territory).map(({ family, sirens, cells: own }) => ({
        family: family ?? null,
        landlords: sirens.size,
        cells: [...own.values()].map(resultOf),
      })),
      distributions: indicators.flatMap(({ code }) => distributionOf(consolidation, code, territory) ?? []),
    };
  }
}

function resultOf({
  code,
  territory,
  value,
  unit,
  low,
  high,
  respondents,
  expected,
  coverage,
  status,
  reason,
}: IndicatorCell): ResultCell {
  return { code, territory, value, unit, low, high, respondents, expected, coverage, status, reason };
}

/** Why a workbook given is no earlier edition, in French; anything else is thrown on. */
function problemOf(error: unknown): string {
  const said =
    error instanceof NotAnEdition || error instanceof WorkbookRefused || error instanceof CampaignError;
  if (said) return error.message;
  throw error;
}
