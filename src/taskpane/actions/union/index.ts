export { type CampaignDraft, createCampaign } from './create-campaign';
export { changeState, type ReturnedWorkbook, sendBack } from './follow-up';
export { type OfferedFile, prefillWorkbooks } from './prefill';
export { readContributions } from './read-contributions';
export { type Taking, takeVersions } from './take-versions';
export { cleanUp, undoImport } from './undo-import';
