import { catalogue } from '../../catalogue';
import { catalogueToJson } from '../../catalogue';
import { print, writeJson } from '../output';
import { cut, textTable } from '../table';
import type { Verb } from './index';

export const catalogueVerb: Verb = {
  spec: {
    name: 'catalogue',
    help: 'Les indicateurs, les données demandées et les coefficients.',
    options: { json: { value: 'SORTIE', help: 'tout le catalogue en JSON, - pour la sortie standard' } },
  },
  async run(args) {
    const json = args.text('json');
    if (json !== undefined) writeJson(json, catalogueToJson(catalogue));
    if (json === '-') return 0;
    const rows = [...catalogue.indicators.values()].map((one) => [
      one.code,
      cut(one.label.fr, 60),
      one.unit,
      cut(one.formula, 70),
    ]);
    print(textTable(['Code', 'Indicateur', 'Unité', 'Formule'], rows, []));
    print(
      `${rows.length} indicateurs, ${catalogue.dataPoints.size} données, ${catalogue.coefficients.length} coefficients, version ${catalogue.version}.`,
    );
    return 0;
  },
};
