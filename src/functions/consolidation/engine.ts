// What functions ask of the consolidation, gathered in one part of the program that is fetched when one is called.
export { applyAdjustments, journalOfTable } from '../../campaign';
export { askCampaign, CampaignError, firstStep, redressSum } from '../../consolidation';
export { journalSaid } from './journal-said';
