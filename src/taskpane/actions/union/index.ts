export { type CampaignDraft, createCampaign } from './create-campaign';
