import { showNumber, type Remark, type RemarkLevel } from '../../contribution';
import { remedies } from './accounts';
import { layoutNames, type LayoutKind, type RplsLayout } from './layout';
import { measure as m, type Measure } from './measures';
import type { RplsCounts, RplsImport, YearOrigin } from './model';
import type { Rejection } from './outcomes';
import type { RplsPoint } from './points';
import type { Settled } from './settle';

/** Counts that deserve a word when they are not zero. */
const notes: readonly (readonly [measure: Measure, code: string, sentence: string])[] = [
  [
    'modeBlank',
    'mode_blank',
    'sans mode d’occupation (MODE) : comptés dans le parc, mais ni loués, ni vacants, ni occupés ; complétez-les si vous le pouvez.',
  ],
  [
    'modeUnknown',
    'mode_unknown',
    'au mode d’occupation inconnu (hébergement temporaire ?) : comptés dans le parc seulement, code à confirmer.',
  ],
  [
    'vacantUndated',
    'vacant_undated',
    'vacants sans date de remise en location (REMLOCDATE) : non comptés parmi les vacants de plus de trois mois.',
  ],
  [
    'firstLetUnknown',
    'first_let_unknown',
    'loués ou vacants sans année de première location (LOCAT) : non comptés dans la mobilité.',
  ],
  [
    'rentUnknown',
    'rent_unknown',
    'loués sans loyer ou sans surface (9999 : sans objet) : hors de la moyenne des loyers.',
  ],
  ['areaMissing', 'area_missing', 'sans surface habitable : hors de la surface du parc.'],
  ['typeUnknown', 'type_unknown', 'sans type de construction connu : ni individuels, ni collectifs.'],
  [
    'dpeUndated',
    'dpe_undated',
    'classés sans date de DPE : comptés dans leur classe, pas parmi les DPE anciens.',
  ],
  ['students', 'students', 'pour étudiants (TYPECONST E) : comptés parmi les collectifs.'],
  [
    'notConventioned',
    'not_conventioned',
    'non conventionnés (CONV 2) : comptés dans le parc ; retirez-les si le bailleur n’est pas un organisme HLM (à confirmer).',
  ],
  [
    'soldToUnknown',
    'buyer_unknown',
    'vendus sans type d’acquéreur (QUALACQ) : non comptés parmi les ventes à des particuliers.',
  ],
];

/** Notes that only make sense where the layout has the field. */
const fieldOfNote: Readonly<Partial<Record<Measure, keyof RplsLayout['columns']>>> = {
  modeBlank: 'MODE',
  rentUnknown: 'LOYERPRINC',
  vacantUndated: 'REMLOCDATE',
  firstLetUnknown: 'LOCAT',
  areaMissing: 'SURFHAB',
  typeUnknown: 'TYPECONST',
};

const surveyOf = (year: number): string => `RPLS au 1er janvier ${year + 1}`;

const yearWords: Readonly<Record<Exclude<YearOrigin, 'none'>, string>> = {
  asked: 'demandé',
  header: 'd’après la ligne d’en-tête',
  headings: 'd’après les titres de colonnes',
  dates: 'déduit des dates du fichier',
};

/** « exercice 2017 (RPLS au 1er janvier 2018), déduit des dates du fichier ». */
export function yearSentence({ year, yearOrigin }: Pick<RplsImport, 'year' | 'yearOrigin'>): string {
  return yearOrigin === 'none'
    ? 'exercice inconnu'
    : `exercice ${year} (${surveyOf(year)}), ${yearWords[yearOrigin]}`;
}

export interface RemarkMatter {
  readonly file: string;
  readonly layout: RplsLayout;
  readonly settled: Settled;
  readonly counts: RplsCounts;
  readonly rows: number;
  readonly year: number;
  readonly yearOrigin: YearOrigin;
  readonly answered: readonly RplsPoint[];
  readonly unanswered: RplsImport['unanswered'];
  readonly landlords: number;
  readonly badlyEncoded: boolean;
  readonly otherLandlord?: string;
}

/** What a person should know of an import, most serious first. No address, no identifier of a dwelling. */
export function remarksOf(matter: RemarkMatter): Remark[] {
  const { file, layout, settled, counts, rows, year, yearOrigin } = matter;
  const remarks: Remark[] = [];
  const say = (level: RemarkLevel, code: string, message: string, subject?: string) => {
    const source = { file, sheet: '', cell: '' };
    remarks.push({ level, code, message, source, ...(subject === undefined ? {} : { subject }) });
  };
  if (yearOrigin === 'none') {
    say(
      'blocking',
      'missing_year',
      'Rien dans le fichier ne dit son année : aucune donnée n’en est tirée. Dans la ligne de commande, donnez l’exercice par --year (celui qui précède le 1er janvier du RPLS) ; dans Excel, déposez la déclaration entière, dont la ligne d’en-tête dit l’année.',
    );
  } else if (yearOrigin === 'dates') {
    say(
      'warning',
      'deduced_year',
      `L’exercice ${year} (${surveyOf(year)}) est déduit des dates du fichier. Si ce n’est pas lui, donnez le bon par --year dans la ligne de commande, ou déposez dans Excel la déclaration entière, dont la ligne d’en-tête dit l’année.`,
    );
  }
  if (matter.otherLandlord !== undefined) say('blocking', 'other_landlord', matter.otherLandlord);
  for (const { reason, label, count, examples } of counts.rejected) {
    const where = `ligne${count > 1 ? 's' : ''} ${examples.join(', ')}${count > examples.length ? '…' : ''}`;
    const codes = reason === 'unknown_commune' ? ` : ${listed(settled.unknown.map(({ code }) => code))}` : '';
    say(
      'blocking',
      `rejected_${reason}`,
      `${lines(count)} ${label}${codes} (${where}). ${remedies[reason as Rejection]}`,
    );
  }
  for (const { reason, label, count } of counts.outOfScope) {
    say('warning', `out_of_scope_${reason}`, `${lines(count)} hors du champ : ${label}.`);
  }
  if (layout.announced !== undefined && layout.announced !== rows) {
    say(
      'warning',
      'announced_lines',
      `L’en-tête annonce ${showNumber(layout.announced)} logements et le fichier en a ${showNumber(rows)} lignes : vérifiez qu’il est entier.`,
    );
  }
  if (matter.landlords > 1) {
    say(
      'warning',
      'several_landlords',
      `Le fichier réunit ${matter.landlords >= 50 ? 'plus de 50' : matter.landlords} bailleurs, additionnés ici : indiquez le SIREN du vôtre (--siren) pour n’en garder qu’un.`,
    );
  }
  sayCarried(settled, say);
  for (const [name, code, sentence] of notes) {
    const count = settled.totals[m[name]] ?? 0;
    const needed = fieldOfNote[name];
    if (count === 0 || (needed !== undefined && layout.columns[needed] === undefined)) continue;
    say('warning', code, `${showNumber(count)} logement${count > 1 ? 's' : ''} ${sentence}`);
  }
  const rooms = settled.totals[m.cellArea + 6] ?? 0;
  if (rooms > 0)
    say(
      'warning',
      'rooms_unknown',
      `${showNumber(rooms)} m² loués sans nombre de pièces : comptés dans la somme des loyers, absents des cellules de loyers.`,
    );
  for (const { code, onlyPart } of matter.answered) {
    if (onlyPart !== undefined)
      say(
        'warning',
        'lower_bound',
        `« ${code} » est un minimum ou une approximation : ${onlyPart}. Corrigez-le si vous avez mieux.`,
        code,
      );
  }
  if (matter.badlyEncoded) {
    say(
      'warning',
      'badly_encoded',
      'Des libellés du fichier sont mal encodés (« Ã© » pour « é ») : sans effet, seuls les codes sont lus.',
    );
  }
  if (counts.present + counts.exits > 0) sayUnanswered(matter, say);
  else {
    const seen =
      rows === 0 ? 'Le fichier n’a que ses titres' : 'Aucune ligne du fichier ne donne un logement';
    say('blocking', 'no_dwelling', `${seen} : vérifiez qu’il a été téléchargé ou exporté en entier.`);
  }
  return remarks;
}

type Say = (level: RemarkLevel, code: string, message: string) => void;

function sayCarried({ carried }: Settled, say: Say): void {
  const count = carried.reduce((sum, one) => sum + one.lines, 0);
  if (count === 0) return;
  const pairs = carried.map(({ from, to }) => `${from} → ${to.slice('COM:'.length)}`);
  say(
    'warning',
    'carried_communes',
    `${lines(count)} d’anciennes communes ou d’arrondissements, comptées dans la commune d’aujourd’hui : ${listed(pairs)}.`,
  );
}

function sayUnanswered({ layout, unanswered }: RemarkMatter, say: Say): void {
  const of = (why: RplsImport['unanswered'][number]['why']) => unanswered.filter((one) => one.why === why);
  const absent = of('absent');
  const fields = [...new Set(absent.map(({ reason }) => reason))];
  if (absent.length > 0) {
    say(
      'warning',
      'not_in_layout',
      `Ce fichier (${layoutNames[layout.kind]}) n’a pas ${fields.join(', ')} : ${left(absent)}. ${absentRemedy[layout.kind]}`,
    );
  }
  for (const one of new Set(of('blank').map(({ reason }) => reason))) {
    const some = unanswered.filter(({ reason }) => reason === one);
    say(
      'warning',
      'never_filled',
      `${one} n’est jamais rempli : ${left(some)}. Répondez à la main, ou complétez le fichier.`,
    );
  }
  const others = of('unsupported').map(({ code, reason }) => `${code} (${reason})`);
  if (others.length > 0) {
    say(
      'warning',
      'not_from_rpls',
      `Le RPLS seul ne suffit pas pour ${others.join(', ')} : répondez à la main.`,
    );
  }
}

const absentRemedy: Readonly<Record<LayoutKind, string>> = {
  open: 'Pour elles, importez votre déclaration ou le fichier restreint du SDES.',
  restricted: 'Répondez à la main.',
  declaration: 'Répondez à la main, ou importez le fichier restreint du SDES.',
};

function left(points: RplsImport['unanswered']): string {
  const codes = points.map(({ code }) => code);
  return `${codes.join(', ')} ${codes.length > 1 ? 'restent' : 'reste'} sans réponse (ce n’est pas zéro)`;
}

function lines(count: number): string {
  return `${showNumber(count)} ligne${count > 1 ? 's' : ''}`;
}

function listed(texts: readonly string[]): string {
  const most = 8;
  return texts.length > most
    ? `${texts.slice(0, most).join(', ')} et ${texts.length - most} autres`
    : texts.join(', ');
}
