import { nestedLevels } from './level';
import { tableNamed } from './tables';

/** A territory of the official geographic code, with the territories that contain it, coarsest first. */
export interface Territory {
  readonly code: string;
  readonly name: string;
  readonly containers: readonly string[];
}

/** All of them, by code (`COM:14118`); former communes are not among them. */
export type Territories = ReadonlyMap<string, Territory>;

let territories: Territories | undefined;
let today: ReadonlyMap<string, string> | undefined;

/** The territories of today; built at first use, because most start-ups need none. Throws TableNotLoaded. */
export function allTerritories(): Territories {
  return (territories ??= build());
}

/** Today's commune of a former commune or of a municipal arrondissement, by bare INSEE codes. */
export function todaysCommune(insee: string): string | undefined {
  today ??= new Map(tableNamed('territories').former);
  return today.get(insee);
}

function build(): Territories {
  const data = tableNamed('territories');
  const all = new Map<string, Territory>();
  const add = (code: string, name: string, containers: readonly string[]) =>
    all.set(code, { code, name, containers });
  add('FR', 'France', []);
  for (const [code, name] of data.regions) add(`REG:${code}`, name, ['FR']);
  for (const [code, name, region] of data.departements) add(`DEP:${code}`, name, ['FR', `REG:${region}`]);
  // Neighbours share the list of what contains them: one for each of 35,000 communes would take longer than all the rest.
  const inDepartement = rememberedBy((departement) => {
    const code = `DEP:${departement}`;
    const path = [...(all.get(code)?.containers ?? ['FR']), code];
    return { path, inEpci: rememberedBy((epci) => [...path, `EPCI:${epci}`]) };
  });
  const shared = new Map<string, readonly string[]>();
  for (const [, , departement, epci] of data.communes) {
    if (epci === '') continue;
    const { path } = inDepartement(departement);
    const sofar = shared.get(epci);
    if (sofar !== path) shared.set(epci, sofar ? commonStart(sofar, path) : path);
  }
  for (const [code, name] of data.epci) add(`EPCI:${code}`, name, shared.get(code) ?? ['FR']);
  for (const [code, name, departement, epci] of data.communes) {
    const { path, inEpci } = inDepartement(departement);
    add(`COM:${code}`, name, epci === '' ? path : inEpci(epci));
  }
  return all;
}

function rememberedBy<Made>(make: (key: string) => Made): (key: string) => Made {
  const made = new Map<string, Made>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}

/** An EPCI lies inside what all its communes share: across départements, the région, or France only. */
function commonStart(one: readonly string[], other: readonly string[]): readonly string[] {
  const length = one.findIndex((code, index) => code !== other[index]);
  return length < 0 ? one : one.slice(0, length);
}

/** Position of a level from the coarsest; used to sort. */
export function depthOf(code: string): number {
  return nestedLevels.findIndex((level) => code === level || code.startsWith(`${level}:`));
}
