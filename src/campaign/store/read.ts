import type {
  Answer,
  Contribution,
  Fact,
  Identity,
  LocalDefinition,
  Remark,
  Source,
  TableRow,
} from '../../contribution';
import { parseFamily, rowTables } from '../../contribution';
import { parseTerritory } from '../../territory';
import { CellError, type CellValue } from '../../xlsx';
import type { FollowUp } from '../model';
import type { Version } from '../receive';
import { cellFinder, type ReadTable, sirenOf, textOf, dateOf } from './cells';
import { type ReceivedTable, receivedTables } from './format';

/** The tables found, by their own kind. */
export type ReadTables = Readonly<Partial<Record<ReceivedTable, ReadTable>>>;

type Row = (heading: string) => CellValue;

/** The rows of a table that belong to versions asked for, by version and landlord. */
function rowsOf(table: ReadTable | undefined, wanted: ReadonlySet<string>): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  if (!table) return found;
  const cell = cellFinder(table);
  for (let row = 0; row < table.rowCount; row += 1) {
    const key = keyOf(sirenOf(cell(row, 'siren')), textOf(cell(row, 'version')));
    if (!wanted.has(key)) continue;
    const rows = found.get(key);
    const read: Row = (heading) => cell(row, heading);
    if (rows) rows.push(read);
    else found.set(key, [read]);
  }
  return found;
}

/**
 * The contributions that count, as their files said them: one a landlord whose follow-up names a version that is
 * there. Reading the file again would give the same, blank rows that say nothing aside.
 */
export function receivedOf(
  tables: ReadTables,
  followUp: readonly Pick<FollowUp, 'siren' | 'version'>[],
): Version[] {
  const current = followUp.filter(({ version }) => version !== '');
  const wanted = new Set(current.map(({ siren, version }) => keyOf(siren, version)));
  const rows = Object.fromEntries(
    Object.keys(receivedTables).map((key) => [key, rowsOf(tables[key as ReceivedTable], wanted)]),
  ) as Record<ReceivedTable, Map<string, Row[]>>;
  const of = (table: ReceivedTable, key: string): readonly Row[] => rows[table].get(key) ?? [];
  return current.flatMap(({ siren, version }): Version[] => {
    const key = keyOf(siren, version);
    const head = of('versions', key).at(-1);
    if (!head) return [];
    const file = textOf(head('fichier'));
    const modified = dateOf(head('modifie_le'));
    const contribution: Contribution = {
      file,
      identity: identityOf(siren, head),
      ...(modified ? { modified } : {}),
      // A row without a code stands for a contribution without any figure.
      facts: of('facts', key)
        .filter((row) => textOf(row('code')) !== '')
        .map((row) => factOf(row, file)),
      members: of('lists', key).map((row) => ({
        list: textOf(row('code')),
        ...placeOf(row),
        identifier: textOf(row('identifiant')),
        source: sourceOf(row, file),
      })),
      rows: [
        ...of('rents', key).map((row) => rowOf('loyers', row, file)),
        ...of('works', key).map((row) => rowOf('travaux', row, file)),
      ],
      ...localsOf(of('locals', key), file),
      remarks: of('remarks', key).map((row) => remarkOf(row, file)),
      status: 'accepted',
    };
    return [{ contribution, version }];
  });
}

const keyOf = (siren: string, version: string): string => `${siren} ${version}`;

function identityOf(siren: string, row: Row): Identity {
  const status = textOf(row('statut'));
  const sentAt = dateOf(row('transmis_le'));
  const family = parseFamily(textOf(row('famille')));
  const group = sirenOf(row('groupe'));
  const [contact, named, catalogueVersion] = ['contact', 'accord_nominatif', 'version_catalogue'].map((one) =>
    textOf(row(one)),
  );
  return {
    siren,
    name: textOf(row('raison_sociale')),
    year: Number(textOf(row('exercice'))),
    ...(family ? { family } : {}),
    ...(group === '' ? {} : { group }),
    ...(status === '' ? {} : { status: status as NonNullable<Identity['status']> }),
    ...(sentAt ? { sentAt } : {}),
    ...(catalogueVersion ? { catalogueVersion } : {}),
    ...(contact ? { contact } : {}),
    ...(named ? { mayBeNamed: named === 'oui' } : {}),
  };
}

function sourceOf(row: Row, file: string): Source {
  const place = textOf(row('cellule'));
  const at = place.lastIndexOf('!');
  return { file, sheet: place.slice(0, Math.max(at, 0)), cell: place.slice(at + 1) };
}

function placeOf(row: Row): { year: number; territory: string } {
  const written = textOf(row('territoire'));
  return {
    year: Number(textOf(row('annee'))),
    territory: written === '' ? '' : (parseTerritory(written)?.code ?? written),
  };
}

function factOf(row: Row, file: string): Fact {
  const [origin, comment] = [textOf(row('source')), textOf(row('commentaire'))];
  return {
    code: textOf(row('code')),
    ...placeOf(row),
    written: textOf(row('territoire')),
    answer: answerOf(row('valeur')),
    source: sourceOf(row, file),
    ...(origin === '' ? {} : { origin }),
    ...(comment === '' ? {} : { comment }),
  };
}

function answerOf(value: CellValue): Answer {
  if (typeof value === 'number') return { kind: 'number', value };
  if (value instanceof CellError) return { kind: 'refused' };
  const written = textOf(value).toUpperCase();
  if (written === '') return { kind: 'blank' };
  if (written === 'ND') return { kind: 'unavailable' };
  return { kind: written === 'SO' ? 'not_applicable' : 'refused' };
}

function rowOf(table: keyof typeof rowTables, row: Row, file: string): TableRow {
  const { label, numbers } = rowTables[table];
  const number = (value: CellValue) => (typeof value === 'number' ? value : undefined);
  const values = Object.fromEntries(numbers.map((name) => [name, number(row(name))]));
  return { table, ...placeOf(row), label: textOf(row(label)), values, source: sourceOf(row, file) };
}

function localsOf(rows: readonly Row[], file: string): Pick<Contribution, 'localIndicators'> {
  if (rows.length === 0) return {};
  return {
    localIndicators: rows.map((row): LocalDefinition => {
      const decimals = row('decimales');
      const [direction, definition] = [textOf(row('sens')), textOf(row('definition'))];
      return {
        code: textOf(row('code')),
        label: textOf(row('libelle')),
        unit: textOf(row('unite')),
        formula: textOf(row('formule')),
        ...(typeof decimals === 'number' ? { decimals } : {}),
        ...(direction === '' ? {} : { direction: direction as NonNullable<LocalDefinition['direction']> }),
        ...(definition === '' ? {} : { definition }),
        source: sourceOf(row, file),
      };
    }),
  };
}

function remarkOf(row: Row, file: string): Remark {
  const subject = textOf(row('sujet'));
  return {
    level: textOf(row('niveau')) === 'bloquante' ? 'blocking' : 'warning',
    code: textOf(row('genre')),
    message: textOf(row('remarque')),
    source: sourceOf(row, file),
    ...(subject === '' ? {} : { subject }),
  };
}
