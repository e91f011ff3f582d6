import type { Answer } from '../../../contribution';
import { formatQuantity, type Locale } from '../../../formula';
import type { Translate } from '../../i18n';
import type { messages } from './messages';

/** An answer as people read it: `1 234 logements`, ND, SO, or that it is still to give. */
export function answerText(
  answer: Answer,
  unit: string,
  t: Translate<keyof typeof messages>,
  locale: Locale,
): string {
  switch (answer.kind) {
    case 'number':
      return formatQuantity(answer.value, unit, { locale });
    case 'unavailable':
      return t('sayUnavailable');
    case 'not_applicable':
      return t('sayNotApplicable');
    case 'refused':
      return t('refused');
    case 'blank':
      return t('blank');
  }
}
