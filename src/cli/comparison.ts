import type { EarlierYear } from '../campaign';
import {
  type Compared,
  type Consolidation,
  type ConsolidationInput,
  comparisonsToJson,
  earlierConsolidation,
} from '../consolidation';
import type { Remark } from '../contribution';
import { parseTerritory } from '../territory';
import type { Arguments } from './arguments';
import { orCannotRun } from './campaign';
import { otherYear } from './editions';
import { CannotRun } from './errors';

/** What `--compare` asks for, its workbooks read. */
export interface ComparedFiles {
  readonly editions: readonly EarlierYear[];
  readonly territories: readonly string[];
  readonly families: boolean;
  readonly distribution: boolean;
}

/** A comparison ready to be written. */
export interface Comparison {
  readonly asked: ComparedFiles;
  readonly compared: Required<Compared>;
}

/** Reads `--compare`: workbooks of other years, territories, `familles`, `distribution`. */
export async function comparedOption(args: Arguments): Promise<ComparedFiles> {
  const editions: EarlierYear[] = [];
  const territories: string[] = [];
  const words = new Set<string>();
  for (const one of args.texts('compare')) {
    if (/\.xls[xm]$/i.test(one)) editions.push(await otherYear(one, '--compare'));
    else if (/^(familles|distribution)$/i.test(one)) words.add(one.toLowerCase());
    else {
      const territory = parseTerritory(one);
      if (!territory) {
        throw new CannotRun(
          `--compare attend le classeur interne ou de campagne d’une autre année (.xlsx), un territoire (REG:28), « familles » ou « distribution » ; reçu « ${one} ».`,
        );
      }
      territories.push(territory.code);
    }
  }
  return {
    editions,
    territories,
    families: words.has('familles'),
    distribution: words.has('distribution'),
  };
}

/** What the years compared leave out: nothing of this consolidation, hence no more than a warning. */
export const remarksOfCompared = ({ editions }: ComparedFiles): Remark[] =>
  editions.flatMap(({ year, remarks }) =>
    remarks.map((one): Remark => ({
      ...one,
      level: 'warning',
      message: `Année comparée, ${year} : ${one.message}`,
    })),
  );

/** What a consolidation is compared with; CannotRun for a territory that it does not have. */
export function comparisonOf(
  asked: ComparedFiles,
  { territories, territory }: Consolidation,
  input: ConsolidationInput,
): Comparison {
  const unknown = asked.territories.find((one) => !territories.includes(one));
  if (unknown !== undefined) {
    throw new CannotRun(
      `--compare ${unknown} : ce territoire n’est pas dans la consolidation de ${territory} ; ajoutez son niveau par --by (par exemple --by DEP).`,
    );
  }
  const years = asked.editions.map((one) => orCannotRun(() => earlierConsolidation(one, input)));
  return { asked, compared: { years, territories: asked.territories } };
}

/** The key `comparisons` of the JSON; nothing where nothing was asked. */
export function comparisonsJson({ asked, compared }: Comparison, consolidation: Consolidation) {
  const { editions, families, distribution, territories } = asked;
  if (editions.length === 0 && territories.length === 0 && !families && !distribution) return {};
  const years = compared.years.map((one, at) => ({ file: editions[at]?.file ?? '', consolidation: one }));
  const comparisons = comparisonsToJson(consolidation, { years, territories, families, distribution });
  return { comparisons };
}
