import type { Review, ReviewRemark } from '../../../campaign';

export type Gravity = '' | 'blocking' | 'warning' | 'outlier';

/** What of a review is shown; empty: all. The campaign as a whole is the landlord « - ». */
export interface ReviewFilter {
  readonly gravity: Gravity;
  readonly landlord: string;
  readonly theme: string;
}

export const CAMPAIGN = '-';

export const wholeReview: ReviewFilter = { gravity: '', landlord: '', theme: '' };

/** The remarks that a filter lets through, in their order. */
export function shownRemarks({ remarks }: Review, filter: ReviewFilter): readonly ReviewRemark[] {
  const { gravity, landlord, theme } = filter;
  return remarks.filter(
    (one) =>
      (gravity === '' || (gravity === 'outlier' ? one.amongPeers : one.level === gravity)) &&
      (landlord === '' || one.siren === (landlord === CAMPAIGN ? '' : landlord)) &&
      (theme === '' || one.theme === theme),
  );
}
