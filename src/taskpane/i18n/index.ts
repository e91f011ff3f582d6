export * from './messages';
export { LocaleProvider, useLocale, useMessages, useSpoken, type Translate } from './locale-context';
