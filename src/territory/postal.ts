import { tableNamed } from './tables';

let communes: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The communes of today that a postal code serves (`14000` → `COM:14118`), none if it is not one of the post
 * (a CEDEX, another country's). Throws TableNotLoaded before the postal codes are provided.
 */
export function communesOfPostalCode(postalCode: string): readonly string[] {
  communes ??= new Map(
    tableNamed('postalCodes').communes.map(([code, some]) => [code, some.map((one) => `COM:${one}`)]),
  );
  return communes.get(postalCode) ?? [];
}
