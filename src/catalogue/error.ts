/** Something wrong in the catalogue's data, said for the person who edits it. */
export interface CatalogueProblem {
  /** `indicators/pac.yaml` */
  readonly file: string;
  /** The code concerned, where there is one. */
  readonly code?: string;
  readonly message: string;
  /** The formula with a caret under the wrong character. */
  readonly pointed?: string;
}

function inWords({ file, code, message, pointed }: CatalogueProblem): string {
  const place = code === undefined ? file : `${file}, ${code}`;
  const lines = pointed === undefined ? [] : pointed.split('\n').map((line) => `    ${line}`);
  return [`${place} : ${message}`, ...lines].join('\n');
}

/** Every problem found in the catalogue, one after another; the catalogue is then not usable. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';

  constructor(readonly problems: readonly CatalogueProblem[]) {
    super(problems.map(inWords).join('\n'));
  }
}
