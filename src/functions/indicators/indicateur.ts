import type { Call } from '../arguments/call';
import type { FunctionContext, FunctionSpec } from '../model';
import { indicatorNamed, ofConsolidation, whyMissing } from './answer';
import { dataParameter, datasetOf, otherDataParameters } from './dataset';
import { stockExample } from './examples';
import { territoryIn, yearParameter } from './place';

export const INDICATEUR: FunctionSpec = {
  id: 'INDICATEUR',
  family: 'catalogue',
  description: {
    fr: 'Calcule un indicateur du catalogue à partir de la table des réponses.',
    en: 'Computes an indicator of the catalogue from the table of answers.',
  },
  parameters: [
    {
      name: 'code',
      description: { fr: 'Code de l’indicateur, par exemple PAC-01', en: 'Code, for example PAC-01' },
      kind: 'cell',
    },
    dataParameter,
    yearParameter,
    {
      name: 'territoire',
      description: {
        fr: 'Code du territoire, par exemple DEP:14 ; sinon celui qui contient tous les autres',
        en: 'Code of the territory, for example DEP:14; else the one that contains all others',
      },
      kind: 'cell',
      optional: true,
    },
    ...otherDataParameters,
  ],
  result: 'cell',
  help: {
    fr: 'Les règles sont celles de la contribution : une cellule vide, ND ou une erreur n’est pas zéro ; SO ne compte pas ; les unités sont converties. Une part est une fraction (0,403 pour 40,3 %). Sans valeur, #N/A dit quelle donnée manque.',
    en: 'The rules are those of the contribution: a blank cell, ND or an error is not zero; SO does not count; units are converted. A share is a fraction (0.403 for 40.3%). Without a value, #N/A says which figure is missing.',
  },
  references: [],
  examples: [
    {
      given: ['PAC-01', stockExample],
      expected: 5.5,
      reason: '1 100 € / 200 m² = 5,50 €/m²/mois',
    },
    {
      given: ['OFF-08', stockExample, 2024, 'DEP:14'],
      expected: 0.05,
      reason: '5 vacants / 100 logements proposés à la location dans le Calvados = 5 %',
    },
  ],
  run(call: Call, context: FunctionContext) {
    const indicator = indicatorNamed(call.required('code', 'PAC-01'), context.catalogue);
    const dataset = datasetOf(call, context);
    const year = call.year('annee') ?? dataset.usualYear;
    const territory = territoryIn(call.text('territoire'));
    const landlord = dataset.landlord(year, territory);
    const cell = landlord.cell(indicator.code, territory ?? landlord.campaign);
    if (!cell) throw ofConsolidation(indicator);
    if (cell.value === null) throw whyMissing(indicator, cell, landlord, context.catalogue);
    return cell.value;
  },
};
