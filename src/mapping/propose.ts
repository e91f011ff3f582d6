import { showNumber } from '../contribution';
import { type SheetBlock, findBlocks } from './blocks';
import { fromCounts, fromCrossings, fromMeasures } from './from-columns';
import { fromLines } from './from-lines';
import { recogniseLines } from './lines';
import type { BlockLook, Search } from './look';
import type { Mapping, MappingRemark, Proposal } from './model';
import { communesOf } from './places';
import { type MappingOptions, recogniseColumns } from './recognise';
import { subjectOf } from './subject';
import type { SheetView } from './view';

/** Everything that can be read off a block before looking for data points. */
export function lookAt(block: SheetBlock, options: MappingOptions): BlockLook {
  const columns = recogniseColumns(block, options);
  const lines = recogniseLines(block, columns, options);
  const { communes, reason } = communesOf(block, columns, options);
  return {
    block,
    columns,
    subject: subjectOf(block, columns),
    ...(lines === undefined ? {} : { lines }),
    ...(communes === undefined ? {} : { communes }),
    ...(reason === undefined ? {} : { noCommunes: reason }),
  };
}

/**
 * Where each data point may come from in a landlord's own sheets, with confidence and value. What is not told by the
 * sheets themselves (which year, which unit, which of two places) is offered with low confidence, never settled.
 */
export function proposeMappings(views: readonly SheetView[], options: MappingOptions): Mapping {
  const { proposals, remarks } = findProposals(views, options);
  return { proposals: settle(proposals, options), remarks };
}

/** Every place found, rivals included, in the order of the sheets. */
export function findProposals(views: readonly SheetView[], options: MappingOptions): Mapping {
  const remarks: MappingRemark[] = [];
  const search: Search = { options, views: new Map(views.map((view) => [view.name, view])), remarks };
  const found = views.flatMap((view) =>
    findBlocks(view).flatMap((block) => {
      const look = lookAt(block, options);
      const proposals = [
        ...fromLines(look, search),
        ...fromMeasures(look, search),
        ...fromCounts(look, search),
        ...fromCrossings(look, search),
      ];
      if (look.noCommunes !== undefined && proposals.some(({ confidence }) => confidence >= 0.6)) {
        remarks.push({
          code: 'no_communes',
          sheet: view.name,
          message: `Feuille « ${view.name} » : les chiffres sont proposés au total, pas par commune, car ${look.noCommunes}.`,
        });
      }
      return proposals;
    }),
  );
  return { proposals: found, remarks: once(remarks) };
}

function once(remarks: readonly MappingRemark[]): MappingRemark[] {
  return [...new Map(remarks.map((one) => [one.message, one])).values()];
}

/** Figures that say how large a list is: where two places disagree on one, what is added up beside it is in doubt too. */
const sizes: ReadonlySet<string> = new Set(['nb_lls', 'effectif', 'achats_total']);

/** Lowers what is added up on a sheet whose size another sheet contradicts. */
function doubtLists(proposals: readonly Proposal[], contested: readonly Proposal[]): Proposal[] {
  const sheets = new Map(
    contested.filter(({ code }) => sizes.has(code)).map((one) => [one.recipe.sheet, one.label]),
  );
  return proposals.map((one) => {
    const size = one.recipe.how === 'cell' ? undefined : sheets.get(one.recipe.sheet);
    if (size === undefined || one.confidence <= 0.7) return one;
    const because = `la feuille « ${one.recipe.sheet} » n’est peut-être pas complète : « ${size} » vaut autre chose ailleurs`;
    return { ...one, confidence: 0.7, why: [...one.why, because] };
  });
}

/** By data point, best first; places that disagree lower one another, places that agree count once. */
function settle(found: readonly Proposal[], { catalogue }: MappingOptions): Proposal[] {
  const contested: Proposal[] = [];
  const settled = [...catalogue.dataPoints.keys()].flatMap((code) => {
    const some = found
      .filter((one) => one.code === code)
      .sort((one, other) => other.confidence - one.confidence);
    const kept: Proposal[] = [];
    for (const one of some) {
      const sameValue = kept.find((other) => alike(other.value, one.value));
      // The same figure, found twice: by commune is worth more than the whole.
      if (sameValue === undefined) kept.push(one);
      else if (
        sameValue.facts.length === 0 &&
        one.facts.length > 0 &&
        one.confidence >= sameValue.confidence - 0.1 &&
        one.recipe.sheet === sameValue.recipe.sheet
      ) {
        kept[kept.indexOf(sameValue)] = one;
      }
    }
    const rivals = kept.filter(({ confidence }) => confidence >= 0.6);
    if (rivals.length < 2) return kept;
    contested.push(...rivals);
    return kept.map((one) => {
      const other = rivals.find((rival) => rival !== one);
      if (other === undefined || !rivals.includes(one)) return one;
      const because = `${other.where} donne une autre valeur (${showNumber(other.value)})`;
      return { ...one, confidence: Math.min(one.confidence, 0.55), why: [...one.why, because] };
    });
  });
  return doubtLists(settled, contested);
}

const alike = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
