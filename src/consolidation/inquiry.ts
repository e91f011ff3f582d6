import type { Catalogue } from '../catalogue';
import { isInside, levelOf, Zonings } from '../territory';
import { askedOf } from './answers';
import { expectedAt, type Expected } from './expected';
import type { Participant } from './landlords';
import { fullAnswer, questionOf, type Question } from './leaves';
import type { LeafAnswer } from './model';
import { Place } from './place';
import type { Plans } from './plans';

const NOTHING: LeafAnswer = { state: 'missing', value: 0, sources: [] };

/** Leaves made up here stand in no text. */
const NOWHERE = { start: 0, end: 0 };

/** Answers any question about any landlord at any territory, down to the cells; remembers places, not answers. */
export class Inquiry {
  readonly campaign: Place;
  readonly #places = new Map<string, Place>();
  readonly #expected = new Map<string, Expected>();
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #stock: Question;

  constructor(
    readonly participants: readonly Participant[],
    readonly hasPerimeter: boolean,
    territory: string,
    readonly plans: Plans,
    readonly catalogue: Catalogue,
    readonly zonings: Zonings = new Zonings([]),
  ) {
    this.campaign = this.placeOf(territory);
    this.#indexes = new Map(participants.map((one, index) => [one.landlord.siren, index]));
    this.#stock = this.dataQuestion('nb_lls');
  }

  placeOf(code: string): Place {
    const known = this.#places.get(code);
    if (known) return known;
    const place = levelOf(code) === 'ZONE' ? this.#zone(code) : new Place(code);
    this.#places.set(code, place);
    return place;
  }

  /** A zone holds the communes of the campaign alone: its parts and the campaign's then speak of the same. */
  #zone(code: string): Place {
    return new Place(code, (commune) => {
      const { code: campaign } = this.campaign;
      const here = campaign === code || commune === campaign || isInside(commune, campaign);
      return here && this.zonings.isIn(commune, code);
    });
  }

  /** Every territory that a landlord names. */
  territories(): string[] {
    return [...new Set(this.participants.flatMap((one) => one.data?.territories ?? []))];
  }

  expectedAt(code: string): Expected {
    const known = this.#expected.get(code);
    if (known) return known;
    const place = this.placeOf(code);
    const stocks = new Map<number, number | undefined>();
    const stockOf = (participant: number) => {
      if (!stocks.has(participant)) stocks.set(participant, this.stockOf(participant, place));
      return stocks.get(participant);
    };
    const expected = expectedAt(this.participants, place, this.hasPerimeter, stockOf);
    this.#expected.set(code, expected);
    return expected;
  }

  /** Dwellings that a landlord itself states; `SO` is none; undefined when it does not say. */
  stockOf(participant: number, place: Place): number | undefined {
    const one = this.participants[participant];
    const asked = one && askedOf(one, place, this.campaign);
    const worth = asked && this.#stock.worth(asked);
    return worth === undefined || worth.state === 'missing' ? undefined : worth.value;
  }

  expectedSirens(code: string): string[] {
    return this.expectedAt(code).participants.map((one) => this.participants[one]?.landlord.siren ?? '');
  }

  /** 0 when unknown. */
  dwellingsOf(siren: string, code: string): number {
    const index = this.#indexes.get(siren);
    return index === undefined ? 0 : (this.expectedAt(code).dwellingsOf(index) ?? 0);
  }

  answerOf(siren: string, code: string, key: string): LeafAnswer {
    const participant = this.participants[this.#indexes.get(siren) ?? -1];
    const asked = participant && askedOf(participant, this.placeOf(code), this.campaign);
    const question = this.#questionAt(key);
    return asked && question ? fullAnswer(question, asked) : NOTHING;
  }

  /** The number of different members that these participants name in a list at a place. */
  union(question: number, participants: readonly number[], place: Place): number {
    const leaf = this.plans.questions[question]?.leaf;
    if (leaf?.kind !== 'distinct') return Number.NaN;
    const different = new Set<string>();
    for (const one of participants) {
      for (const member of this.participants[one]?.data?.members.get(leaf.list) ?? []) {
        if (place.covers(member.territory)) different.add(member.identifier);
      }
    }
    return different.size;
  }

  /** A leaf of an indicator, or a data point that no indicator uses. */
  #questionAt(key: string): Question | undefined {
    const index = this.plans.questionAt.get(key);
    if (index !== undefined) return this.plans.questions[index];
    return this.catalogue.dataPoints.has(key) ? this.dataQuestion(key) : undefined;
  }

  /** The question of a data point, whether or not an indicator uses it. */
  dataQuestion(code: string): Question {
    return questionOf({ kind: 'data', code, span: NOWHERE }, this.catalogue);
  }
}
