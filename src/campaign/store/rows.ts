import { answerText, type Contribution, type Fact, rowTables, type Source } from '../../contribution';
import type { FollowUp } from '../model';
import type { StoredCell, StoredRows } from './format';

/** A version to keep, and the follow-up of its landlord before and after it is taken. */
export interface Taking {
  readonly contribution: Contribution;
  readonly version: string;
  readonly before: FollowUp | undefined;
  readonly after: FollowUp;
}

/** When, to the second, and by whom versions are taken: what tells one import from another. */
export interface Taken {
  readonly at: Date;
  readonly by: string;
}

/** The comment of the row that stands for a contribution without any figure. */
const WITHOUT_FIGURE = 'Reçu sans aucun chiffre';

/**
 * The rows that keep a contribution as it was read, so that it can be read again without its file. Blank rows are left
 * out, but those that the rules on levels of territories look at: beside filled rows of the same figure.
 */
export function storedRows({ contribution, version, before, after }: Taking, taken: Taken): StoredRows {
  const { identity, facts, members, rows, remarks, localIndicators = [] } = contribution;
  const owner = [sirenCell(identity?.siren), version] as const;
  const of = (table: keyof typeof rowTables) =>
    rows
      .filter((row) => row.table === table)
      .map((row) => [
        ...owner,
        row.year,
        row.territory || null,
        row.label || null,
        ...rowTables[table].numbers.map((name) => row.values[name] ?? null),
        place(row.source),
        null,
      ]);
  const kept = worthKeeping(facts).map((fact) => [
    ...owner,
    fact.code,
    fact.year,
    fact.written || null,
    answerText(fact.answer) ?? null,
    place(fact.source),
    fact.origin ?? null,
    fact.comment ?? null,
    null,
  ]);
  // A formula on the facts knows of a landlord by its rows: without one, an adjustment of a landlord that gave no figure
  // would count in the pane and not there.
  const received = [...owner, null, identity?.year ?? null, null, null, null, null, WITHOUT_FIGURE, null];
  return {
    versions: [versionRow(contribution, version, before, after, taken)],
    facts: kept.length > 0 ? kept : [received],
    rents: of('loyers'),
    works: of('travaux'),
    lists: members.map(({ list, year, territory, identifier, source }) => [
      ...owner,
      list,
      year,
      territory || null,
      identifier,
      place(source),
      null,
    ]),
    locals: localIndicators.map(({ source, ...local }) => [
      ...owner,
      local.code,
      local.label,
      local.unit,
      local.formula,
      local.decimals ?? null,
      local.direction ?? null,
      local.definition ?? null,
      place(source),
      null,
    ]),
    remarks: remarks.map(({ level, code, subject, message, source }) => [
      ...owner,
      level === 'blocking' ? 'bloquante' : 'à vérifier',
      code,
      subject ?? null,
      message,
      place(source),
      null,
    ]),
  };
}

function versionRow(
  { identity, modified, file }: Contribution,
  version: string,
  before: FollowUp | undefined,
  after: FollowUp,
  { at, by }: Taken,
): readonly StoredCell[] {
  const named = identity?.mayBeNamed;
  return [
    sirenCell(identity?.siren),
    identity?.name ?? null,
    identity?.year ?? null,
    version,
    before?.version || null,
    at,
    by || null,
    file,
    identity?.status ?? null,
    identity?.sentAt ?? null,
    identity?.family ?? null,
    sirenCell(identity?.group),
    identity?.contact ?? null,
    named === undefined ? null : named ? 'oui' : 'non',
    identity?.catalogueVersion ?? null,
    modified ?? null,
    after.filled ?? null,
    after.blocking ?? null,
    before?.state ?? null,
    before?.date ?? null,
    before?.by || null,
  ];
}

/** A number, unless it would lose a zero in front: a text of digits has to be proved to Excel cell by cell. */
const sirenCell = (siren: string | undefined): StoredCell =>
  siren === undefined ? null : siren.startsWith('0') ? siren : Number(siren);

/** `Questionnaire!F12`; without the cell, the whole sheet is meant. */
const place = ({ sheet, cell }: Source): StoredCell => (sheet === '' ? null : `${sheet}!${cell}`);

function worthKeeping(facts: readonly Fact[]): readonly Fact[] {
  const key = ({ code, year }: Fact): string => `${code} ${year}`;
  const filled = new Set(facts.filter(({ answer }) => answer.kind !== 'blank').map(key));
  return facts.filter((fact) => filled.has(key(fact)));
}
