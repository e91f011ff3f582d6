import type { Catalogue } from '../catalogue';
import { type Contribution, type Fact, settleContribution, showNumber, type TableRow } from '../contribution';
import { showDate, showFigure } from './words';

/** What one version of a contribution says otherwise than the one before it; undefined: it did not say it. */
export interface Change {
  /** Code of the data point, name of the row table, or field of the identity. */
  readonly code: string;
  readonly label: string;
  readonly year: number | undefined;
  readonly territory: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

interface Said extends Omit<Change, 'before' | 'after'> {
  readonly value: string;
}

/**
 * What changes from one version to another, figure by figure, both settled in the campaign: a blank territory is
 * the campaign's, so that writing it out is no change. A row of a table that differs is one gone and one come.
 */
export function changesBetween(
  before: Contribution,
  after: Contribution,
  territory: string,
  catalogue: Catalogue,
): Change[] {
  const [old, now] = [before, after].map((one) =>
    saidBy(settleContribution(one, territory, catalogue), catalogue),
  );
  if (!old || !now) return [];
  const changes: Change[] = [];
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [old.get(key), now.get(key)];
    const some = to ?? from;
    if (!some || from?.value === to?.value) continue;
    const { code, label, year, territory: place } = some;
    changes.push({ code, label, year, territory: place, before: from?.value, after: to?.value });
  }
  return changes;
}

/** All that a contribution says, by what it is about. */
function saidBy(contribution: Contribution, catalogue: Catalogue): Map<string, Said> {
  const said = new Map<string, Said>();
  for (const [field, value] of identityOf(contribution)) {
    said.set(`champ ${field}`, { code: field, label: field, year: undefined, territory: '', value });
  }
  for (const fact of contribution.facts) {
    if (fact.answer.kind !== 'blank') said.set(factKey(fact), factSaid(fact, catalogue));
  }
  for (const { list, year, territory, identifier } of contribution.members) {
    const label = catalogue.dataPoints.get(list)?.label.fr ?? list;
    said.set(`${list} ${year} ${territory} ${identifier}`, {
      code: list,
      label,
      year,
      territory,
      value: identifier,
    });
  }
  const counts = new Map<string, number>();
  for (const row of contribution.rows) {
    const value = rowText(row);
    const twin = `${row.table} ${row.year} ${row.territory} ${value}`;
    counts.set(twin, (counts.get(twin) ?? 0) + 1);
    const code = `IMPACT_${row.table.toUpperCase()}`;
    const { label, year, territory } = row;
    said.set(`${twin} ${counts.get(twin)}`, { code, label, year, territory, value });
  }
  return said;
}

const factKey = ({ code, year, written }: Fact): string => `${code} ${year} ${written}`;

/** Facts written alike are one after settling; a value that nobody can read is shown as such. */
function factSaid({ code, year, territory, answer }: Fact, catalogue: Catalogue): Said {
  const label = catalogue.dataPoints.get(code)?.label.fr ?? code;
  return { code, label, year, territory, value: showFigure(answer, code, catalogue) };
}

function rowText({ label, values }: TableRow): string {
  const numbers = Object.values(values).map((one) => (one === undefined ? 'vide' : showNumber(one)));
  return [label, ...numbers].filter((one) => one !== '').join(' / ');
}

/** The fields of the identity that a person would want to see change. */
function identityOf({ identity }: Contribution): [string, string][] {
  if (!identity) return [];
  const { name, year, family, group, status, mayBeNamed, sentAt } = identity;
  const fields: [string, string | undefined][] = [
    ['raison_sociale', name],
    ['exercice', String(year)],
    ['famille', family],
    ['groupe', group],
    ['statut', status],
    ['accord_nominatif', mayBeNamed === undefined ? undefined : mayBeNamed ? 'oui' : 'non'],
    ['transmis_le', sentAt && showDate(sentAt)],
  ];
  return fields.flatMap(([field, value]): [string, string][] =>
    value === undefined ? [] : [[field, value]],
  );
}
