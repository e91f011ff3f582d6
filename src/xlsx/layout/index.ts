export * from './grid';
export * from './style';
