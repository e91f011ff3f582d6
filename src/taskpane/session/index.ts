export * from './state';
export { Session, noticeOf, type SessionOptions } from './session';
export { SessionProvider, useSession, useSessionState } from './context';
export { viewOf } from './read-workbook';
