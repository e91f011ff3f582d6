export * from './messages';
export { LocaleProvider, useLocale, useMessages, type Translate } from './locale-context';
