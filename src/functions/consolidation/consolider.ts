import type { Indicator } from '../../catalogue';
import type { AskedCampaign, IndicatorCell } from '../../consolidation';
import type { Call } from '../arguments/call';
import { textIn } from '../arguments/cell';
import { crossed } from '../arguments/crossed';
import { unknown } from '../failure';
import { indicatorNamed } from '../indicators/answer';
import { territoryIn } from '../indicators/place';
import type { FunctionContext, FunctionSpec, Result, ResultCell } from '../model';
import { factsExample, journalExample, perimeterExample } from './examples';
import { campaignParameters } from './parameters';
import { JOURNAL } from './journal';
import { type Union, unionOf } from './union';
import { whyNoCoverage, whyUnavailable } from './why';

type Reading = (
  cell: IndicatorCell,
  indicator: Indicator,
  campaign: AskedCampaign,
  context: FunctionContext,
) => ResultCell;

/** Reads something of the cell of each indicator at each territory asked. */
function eachIndicator(
  call: Call,
  context: FunctionContext,
  read: Reading,
  special?: (code: string, union: Union, year: number, asked: string | undefined) => string | undefined,
): Result {
  const codes = call.grid('codes');
  const places = call.range('territoires');
  const union = unionOf(call, context);
  const year = call.year('annee') ?? union.usualYear;
  const [first] = (places?.values.flat() ?? []).filter((one) => textIn(one) !== '' && one !== 0);
  const campaign = union.campaign(year, territoryIn(first));
  // A blank cell alone asks for the whole; within a list it stays blank.
  const asked = first === undefined ? undefined : places;
  if (codes.isSingle) call.required('codes', 'PAC-01');
  return crossed(codes, asked, (written, place) => {
    const said = special?.(textIn(written).toUpperCase(), union, year, territoryIn(first));
    if (said !== undefined) return said;
    const indicator = indicatorNamed(textIn(written), context.catalogue);
    const cell = campaign.cell(indicator.code, territoryIn(place) ?? campaign.territory);
    if (!cell) throw ofUnionWorkbook(indicator);
    return read(cell, indicator, campaign, context);
  });
}

const ofUnionWorkbook = ({ code }: Indicator) =>
  unknown(
    `${code} décrit la collecte : il se lit dans le classeur régional. Pour la part des bailleurs qui ont répondu, utilisez COUVERTURE.`,
    `${code} describes the collection: read it in the regional workbook. For the share of landlords that answered, use COUVERTURE.`,
  );

export const CONSOLIDER: FunctionSpec = {
  id: 'CONSOLIDER',
  family: 'consolidation',
  description: {
    fr: 'Calcule un indicateur d’une région à partir des réponses de tous les bailleurs.',
    en: "Computes a region's indicator from the answers of all landlords.",
  },
  parameters: campaignParameters,
  result: 'range',
  help: {
    fr: 'Les données des bailleurs qui ont tout répondu sont additionnées, puis l’indicateur est recalculé sur les sommes : jamais une moyenne de taux. Vide et ND ne sont pas zéro ; avec SO, le bailleur n’est pas attendu. Une colonne de codes et une ligne de territoires donnent le tableau entier. Avec « journal », les chiffres ajustés par l’union remplacent ceux des bailleurs, sauf un ajustement annulé ou dont l’ancien chiffre n’est plus celui du bailleur : le code JOURNAL dit lesquels ne comptent pas, et pourquoi. Rien n’est masqué ni redressé : avant de diffuser, passez par la publication (consolidate --publish).',
    en: 'The data of landlords that answered everything are added up, then the indicator is computed again from the sums: never a mean of rates. Blank and ND are not zero; with SO the landlord is not expected. A column of codes and a row of territories give the whole table. With "journal", the figures that the union adjusted take the place of those given, except for an adjustment that was cancelled or whose old figure is no longer that of the landlord: the code JOURNAL tells which do not count, and why. Nothing is masked nor corrected for non-response: use the publication (consolidate --publish) before you release it.',
  },
  references: [],
  examples: [
    {
      given: ['OFF-08', factsExample],
      expected: 0.04,
      reason: '(5 + 3) vacants / (100 + 100) logements proposés = 4 %, et non la moyenne des taux',
    },
    {
      given: [[['CTX-01'], ['OFF-08']], factsExample, 2024, [['REG:28', 'DEP:14']], perimeterExample],
      expected: [
        [400, 300],
        [0.04, 0.05],
      ],
      reason: '300 + 100 logements ; 8 / 200 et 5 / 100',
    },
    {
      given: ['CTX-01', factsExample, 2024, null, null, null, null, null, null, journalExample],
      expected: 410,
      reason: 'le journal porte à 110 les 100 logements du second bailleur',
    },
  ],
  run: (call, context) =>
    eachIndicator(
      call,
      context,
      (cell, indicator, campaign, { catalogue }) => {
        if (cell.value === null) throw whyUnavailable(indicator, cell, campaign, catalogue);
        return cell.value;
      },
      (code, union, year, asked) =>
        code === JOURNAL ? union.journalSaid(year, asked, context.locale) : undefined,
    ),
};

export const COUVERTURE: FunctionSpec = {
  id: 'COUVERTURE',
  family: 'consolidation',
  description: {
    fr: 'Donne la part des logements dont le bailleur a répondu à un indicateur.',
    en: 'Gives the share of dwellings whose landlord answered an indicator.',
  },
  parameters: campaignParameters,
  result: 'range',
  help: {
    fr: 'Logements des répondants sur logements des bailleurs attendus, d’après le périmètre ; sans périmètre, d’après nb_lls des seuls bailleurs présents dans « faits ». Un bailleur pour qui l’indicateur est sans objet (SO) n’est pas attendu. Le résultat est une fraction : 0,75 pour 75 %.',
    en: 'Dwellings of respondents over dwellings of the landlords expected, by the perimeter; without it, by nb_lls of the landlords found in "faits" only. A landlord that an indicator does not concern (SO) is not expected. The result is a fraction: 0.75 for 75%.',
  },
  references: [],
  examples: [
    {
      given: ['OFF-08', factsExample, 2024, null, perimeterExample],
      expected: 0.8,
      reason: '(300 + 100) / (300 + 100 + 100) : le troisième bailleur n’a pas répondu',
    },
    {
      given: ['OFF-08', factsExample],
      expected: 1,
      reason: 'sans périmètre, seuls les bailleurs présents sont attendus',
    },
  ],
  run: (call, context) =>
    eachIndicator(call, context, (cell, { code }) => {
      if (cell.coverage === null) throw whyNoCoverage(code, cell);
      return cell.coverage;
    }),
};
