import { type Worth } from './factAnswers';
import type { Participant } from './landlords';
import type { Asked, Question } from './leaves';
import type { Place } from './place';
import type { AnswerState } from './plans';

const STATES: readonly AnswerState[] = ['missing', 'number', 'not_applicable'];

/** What to ask of a participant at a place; undefined when it says nothing of the year. */
export function askedOf(participant: Participant, place: Place, campaign: Place): Asked | undefined {
  if (!participant.data) return undefined;
  const listed = participant.lines.map((one) => one.territory).filter((one) => place.depthOf(one) > 0);
  return { data: participant.data, place, campaign, listed };
}

/** Every question answered once by every participant at one place, in 9 bytes an answer. */
export class Answers {
  readonly #states: Uint8Array;
  readonly #values: Float64Array;

  constructor(
    readonly place: Place,
    campaign: Place,
    readonly participants: readonly Participant[],
    readonly questions: readonly Question[],
  ) {
    this.#states = new Uint8Array(participants.length * questions.length);
    this.#values = new Float64Array(this.#states.length);
    participants.forEach((participant, index) => {
      const asked = askedOf(participant, place, campaign);
      if (!asked) return;
      questions.forEach((question, at) => this.#keep(index, at, question.worth(asked)));
    });
  }

  #keep(participant: number, question: number, worth: Worth): void {
    const at = participant * this.questions.length + question;
    this.#states[at] = STATES.indexOf(worth.state);
    this.#values[at] = worth.value;
  }

  /** Participants and questions by index. */
  stateOf(participant: number, question: number): AnswerState {
    return STATES[this.#states[participant * this.questions.length + question] ?? 0] ?? 'missing';
  }

  /** 0 unless the state is `number`. */
  valueOf(participant: number, question: number): number {
    return this.#values[participant * this.questions.length + question] ?? 0;
  }
}
