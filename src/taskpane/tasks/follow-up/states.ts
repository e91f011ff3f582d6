import type { FollowUpState } from '../../../campaign';
import type { Tone } from '../../ui/tag';

/** What each state of the workbook is called in the pane: a key of the texts, of one landlord or of several. */
export const stateNames = {
  attendu: 'awaited',
  reçu: 'received',
  'en revue': 'reviewed',
  renvoyé: 'returned',
  accepté: 'accepted',
} as const satisfies Record<FollowUpState, string>;

export const stateTones: Readonly<Record<FollowUpState, Tone>> = {
  attendu: 'neutral',
  reçu: 'neutral',
  'en revue': 'warn',
  renvoyé: 'bad',
  accepté: 'good',
};
