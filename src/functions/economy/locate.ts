import {
  communesOfPostalCode,
  isInside,
  territoriesAround,
  territoriesInside,
  territoryOfCedex,
} from '../../territory';
import { wrong, type FunctionFailure } from '../failure';
import { communeOf } from '../places/commune-code';

/** Where a supplier is, seen from a territory. `astride`: its postal code serves communes of both sides. */
export type Side = 'inside' | 'outside' | 'astride';

export type CodeKind = 'insee' | 'postal';

const abroad = /^(99\d{3}|ETRANGER|ÉTRANGER|HORSFRANCE|ABROAD)$/;

/** Tells for bare codes whether they are in a territory; remembers, because suppliers share a few thousand codes. */
export class Locator {
  readonly #known = new Map<string, Side | undefined>();
  readonly #departements: ReadonlySet<string>;

  constructor(
    readonly territory: string,
    private readonly kind: CodeKind,
  ) {
    this.#departements = departementsOf(territory);
  }

  /** Undefined for a text that is no code of the kind. */
  sideOf(code: string): Side | undefined {
    if (!this.#known.has(code)) this.#known.set(code, this.#locate(code));
    return this.#known.get(code);
  }

  #locate(code: string): Side | undefined {
    if (abroad.test(code)) return 'outside';
    if (this.kind === 'insee') {
      const commune = communeOf(code);
      return commune === undefined ? undefined : this.#sideOfCommune(commune);
    }
    const communes = communesOfPostalCode(code);
    if (communes.length === 0) return this.#sideOfCedex(code);
    const sides = new Set(communes.map((one) => this.#sideOfCommune(one)));
    const [only] = sides;
    return sides.size === 1 ? only : 'astride';
  }

  #sideOfCommune(commune: string): Side {
    return commune === this.territory || isInside(commune, this.territory) ? 'inside' : 'outside';
  }

  #sideOfCedex(code: string): Side | undefined {
    const wide = territoryOfCedex(code);
    if (wide === undefined) return undefined;
    if (wide === this.territory || isInside(wide, this.territory)) return 'inside';
    const meets = [...this.#departements].some((one) => one === wide || isInside(one, wide));
    return meets ? 'astride' : 'outside';
  }
}

/** The départements that a territory touches. */
function departementsOf(territory: string): ReadonlySet<string> {
  const communes = territory.startsWith('COM:') ? [territory] : territoriesInside(territory, 'COM');
  return new Set(communes.flatMap((one) => territoriesAround(one).filter((code) => code.startsWith('DEP:'))));
}

/**
 * Whether bare codes are INSEE codes or postal codes. More than half of the postal codes are also the INSEE code of
 * some other commune: only the whole column tells. Throws when it does not.
 */
export function kindOfCodes(codes: ReadonlySet<string>): CodeKind {
  const french = [...codes].filter((code) => !abroad.test(code));
  const insee = french.filter((code) => communeOf(code) !== undefined).length;
  const postal = french.filter((code) => communesOfPostalCode(code).length > 0).length;
  // Nothing to tell apart: only other countries, or no place at all.
  if (french.length === 0 || (insee === french.length && postal < french.length)) return 'insee';
  // A column of postal codes holds some CEDEX, which are in no table.
  if (insee < french.length && postal * 2 >= french.length) return 'postal';
  throw undecided(insee === french.length);
}

function undecided(both: boolean): FunctionFailure {
  return both
    ? wrong(
        '« codes » peut se lire comme des codes postaux ou des codes Insee : écrivez postal ou insee dans « type ».',
        '"codes" can be read as postal codes or as INSEE codes: write postal or insee in "type".',
      )
    : wrong(
        '« codes » ne contient ni des codes postaux ni des codes Insee : vérifiez la plage, ou écrivez postal ou insee dans « type » pour savoir quel code est faux.',
        '"codes" holds neither postal codes nor INSEE codes: check the range, or write postal or insee in "type" to learn which code is wrong.',
      );
}
