import { type Catalogue, LOCAL_THEME, withLocalIndicators } from '../catalogue';
import {
  localIndicatorsOfTable,
  tableNames,
  tableOfRange,
  type Contribution,
  type LocalDefinition,
  type Remark,
} from '../contribution';
import { parseFormula, printFormula } from '../formula';
import { askedOf } from './answers';
import { parseCsv } from './csv';
import type { Inquiry } from './inquiry';
import { remarkOnFile } from './remarks';
import { groupBy } from './yearData';

/** The catalogue of a campaign, with the local indicators that its contributions, or a file of its own, define. */
export interface LocalCatalogue {
  readonly catalogue: Catalogue;
  readonly remarks: readonly Remark[];
}

/**
 * Reads the local indicators that a campaign defines (`code;libelle;unite;formule`, optional `decimales;sens;definition`);
 * a wrong one is left out with a remark that names its line.
 */
export function readLocalIndicatorsFile(
  text: string,
  file: string,
  catalogue: Catalogue,
): { readonly indicators: readonly LocalDefinition[]; readonly remarks: readonly Remark[] } {
  const rows = parseCsv(text).map(({ cells }) => cells);
  return localIndicatorsOfTable(tableOfRange(rows, { name: tableNames.locals, sheet: '' }), file, catalogue);
}

/** Two definitions are one when they compute the same in the same unit; their words may differ. */
const meaning = ({ formula, unit }: LocalDefinition): string =>
  `${printFormula(parseFormula(formula))} [${unit.replace(/\s+/gu, '')}]`;

/**
 * Settles which local indicators a campaign has. What the campaign itself defines prevails; else definitions that
 * contributions share merge, and a code that they define differently has no meaning for all: it is left out.
 */
export function settleLocals(
  contributions: readonly Contribution[],
  given: readonly LocalDefinition[],
  catalogue: Catalogue,
): LocalCatalogue {
  const accepted = contributions.filter((one) => one.status === 'accepted');
  const written = accepted.flatMap((one) => one.localIndicators ?? []);
  if (written.length + given.length === 0) return { catalogue, remarks: [] };
  const remarks: Remark[] = [];
  const say = (code: string, message: string) =>
    void remarks.push(remarkOnFile('warning', code, message, ''));
  const chosen = [...given];
  for (const [code, same] of groupBy(written, (one) => one.code)) {
    const ours = given.find((one) => one.code === code);
    const [first] = same;
    if (!first) continue;
    const other = same.find((one) => meaning(one) !== meaning(ours ?? first));
    if (ours) {
      if (other)
        say(
          'local_indicator_differs',
          `${code} : ${other.source.file} le définit autrement (${other.formula}) que la campagne (${ours.formula}) ; la définition de la campagne vaut pour tous.`,
        );
      continue;
    }
    if (other) {
      say(
        'local_indicator_conflict',
        `${code} a deux définitions, « ${first.formula} » (${first.source.file}) et « ${other.formula} » (${other.source.file}) : il n’est pas consolidé. Accordez-vous sur une seule, ou donnez-la avec la campagne.`,
      );
      continue;
    }
    chosen.push(first);
  }
  chosen.sort((one, next) => one.code.localeCompare(next.code));
  const extended = withLocalIndicators(catalogue, chosen);
  for (const { index, message } of extended.problems)
    say('invalid_local_indicator', `Indicateur local ${message} (${chosen[index]?.source.file ?? ''})`);
  return { catalogue: extended.catalogue, remarks };
}

/**
 * A local indicator is consolidated if every landlord that gave figures holds its data (or is not concerned): it was
 * asked of nobody else, so that nobody can be said not to have answered. The others are marked never consolidated.
 */
export function withheldLocals(inquiry: Inquiry, catalogue: Catalogue): LocalCatalogue {
  const indicators = new Map(catalogue.indicators);
  const remarks: Remark[] = [];
  const counted = inquiry.participants.filter((one) => one.data && one.landlord.inPerimeter);
  for (const { indicator, stateOf } of inquiry.plans.plans) {
    if (indicator.dimension !== LOCAL_THEME) continue;
    const lacking = counted.filter((participant) => {
      const asked = askedOf(participant, inquiry.campaign, inquiry.campaign);
      const state = (question: number) =>
        (asked && inquiry.plans.questions[question]?.worth(asked).state) ?? 'missing';
      return stateOf(state) === 'missing';
    });
    if (lacking.length === 0) continue;
    indicators.set(indicator.code, { ...indicator, consolidation: 'never' });
    const names = lacking.slice(0, 5).map((one) => one.landlord.name);
    const message = `${indicator.code} (indicateur local) n’est pas consolidé : ${lacking.length} contribution(s) n’ont pas toutes ses données (${names.join(', ')}${lacking.length > 5 ? ' …' : ''}). Demandez-les-leur.`;
    remarks.push(remarkOnFile('warning', 'local_indicator_incomplete', message, ''));
  }
  return remarks.length === 0 ? { catalogue, remarks } : { catalogue: { ...catalogue, indicators }, remarks };
}

const catalogues = new WeakMap<Contribution, WeakMap<Catalogue, Catalogue>>();

/** The catalogue with one landlord's own indicators; the same one for the same contribution. */
export function catalogueOfOne(contribution: Contribution, catalogue: Catalogue): Catalogue {
  if (!contribution.localIndicators) return catalogue;
  const known = catalogues.get(contribution) ?? new WeakMap<Catalogue, Catalogue>();
  catalogues.set(contribution, known);
  const extended = known.get(catalogue) ?? settleLocals([contribution], [], catalogue).catalogue;
  known.set(catalogue, extended);
  return extended;
}
