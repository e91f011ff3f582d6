export { buildTemplate } from './template';
export type { TemplateIdentity } from './identity';
