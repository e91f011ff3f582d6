import { isInside, levelOf, nestedLevels } from '../territory';

/** Where a territory stands as seen from a place: somewhere else. */
export const ELSEWHERE = -1;
/** Where a territory stands as seen from a place: it is the place. */
export const HERE = 0;

/** A territory to answer for, with a memory of what lies inside it: facts name the same codes over and over. */
export class Place {
  readonly #known = new Map<string, number>();

  /** @param holds for a zone, the communes of the campaign that its table puts in it */
  constructor(
    readonly code: string,
    private readonly holds?: (commune: string) => boolean,
  ) {}

  /**
   * Where another territory stands: `HERE`, `ELSEWHERE`, or, strictly inside, the depth of its level (région 1,
   * département 2, EPCI 3, commune 4): the smaller, the coarser. A zone is a grouping, never inside;
   * inside a zone there are communes only.
   */
  depthOf(territory: string): number {
    const known = this.#known.get(territory);
    if (known !== undefined) return known;
    const depth = this.#depthOf(territory);
    this.#known.set(territory, depth);
    return depth;
  }

  #depthOf(territory: string): number {
    if (territory === this.code) return HERE;
    const inside = this.holds
      ? levelOf(territory) === 'COM' && this.holds(territory)
      : isInside(territory, this.code);
    if (!inside) return ELSEWHERE;
    return nestedLevels.findIndex((one) => one === levelOf(territory));
  }

  /** Whether a territory is the place or lies inside it. */
  covers(territory: string): boolean {
    return this.depthOf(territory) !== ELSEWHERE;
  }
}
