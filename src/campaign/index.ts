export type * from './model';
export { states } from './model';
export { campaignHeadings, campaignTables } from './format';
export {
  campaignOfTables,
  readCampaign,
  readPerimeterWorkbook,
  type CampaignReadOptions,
  type FoundTables,
} from './read-campaign';
export type { CampaignTableData } from './campaign-table';
export { journalOfTable } from './read-journal';
export { parseThemes } from './themes';
export { newCampaign } from './new-campaign';
export { buildCampaignWorkbook } from './workbook';
export { reminderOf, type Reminder } from './reminders';
export { contributionFileName, prefill, slugOf, type PrefilledFile } from './prefill';
export { previousAnswers, type PreviousAnswers } from './previous-answers';
export { earlierYear, type EarlierYear } from './earlier-year';
export { zipFiles } from './archive';
export { filledShare } from './coverage';
export {
  type Adjusted,
  type AdjustedCampaign,
  type AppliedAdjustment,
  applyAdjustments,
} from './adjustments';
export { adjustmentsSheet, withAdjustments } from './adjustments-sheet';
export { type Change, changesBetween } from './changes';
export { type Effect, type EffectOptions, effectsOf } from './effects';
export { followUpAfter, type Outcome, receive, type ReceiveInput, type Version } from './receive';
export { type ReturnedFile, returnFile, reviewed } from './return-file';
export { showAnswer } from '../contribution';
export * from './store';
export * from './review';
