import type { Answer } from './model';
import { showNumber } from './numbers';

/**
 * An answer as the landlord would have typed it: a number, `ND`, `SO` or nothing. What nobody could read is `refusé`,
 * which no reader takes for a figure.
 */
export function answerText(answer: Answer): number | 'ND' | 'SO' | 'refusé' | undefined {
  switch (answer.kind) {
    case 'number':
      return answer.value;
    case 'unavailable':
      return 'ND';
    case 'not_applicable':
      return 'SO';
    case 'blank':
      return undefined;
    case 'refused':
      return 'refusé';
  }
}

/** An answer as a sentence names it. */
export function showAnswer(answer: Answer): string {
  if (answer.kind === 'number') return showNumber(answer.value);
  return answer.kind === 'refused' ? 'valeur refusée' : String(answerText(answer) ?? 'vide');
}
