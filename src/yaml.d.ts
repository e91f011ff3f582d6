/** Catalogue files are parsed when the bundle is built (webpack) or the test transformed (jest). */
declare module '*.yaml' {
  const content: unknown;
  export default content;
}
