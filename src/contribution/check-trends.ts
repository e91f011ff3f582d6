import type { Catalogue } from '../catalogue';
import type { FigureIndex } from './figures';
import { showNumber } from './numbers';
import { cellNames, titleOf } from './reading';
import type { RemarkList } from './remarks';

/** A change is looked at beyond a quarter and ten units: below, small landlords would always be asked. */
const largestChange = 0.25;
const smallestDifference = 10;

/** Where a figure is given for two years running, warns of a large change, or of a likely change of unit. */
export function checkTrends(index: FigureIndex, catalogue: Catalogue, remarks: RemarkList): void {
  const byPlace = new Map(index.places.map((place) => [`${place.year} ${place.territory}`, place]));
  for (const place of index.places) {
    const before = byPlace.get(`${place.year - 1} ${place.territory}`);
    if (!before) continue;
    for (const [code, figure] of place.figures) {
      const previous = before.figures.get(code);
      const point = catalogue.dataPoints.get(code);
      if (!point || figure.kind !== 'number' || previous?.kind !== 'number') continue;
      const change = Math.abs(figure.value - previous.value);
      if (change <= smallestDifference || change <= largestChange * Math.abs(previous.value)) continue;
      const [source] = figure.sources;
      if (!source) continue;
      const slip = isThousandfold(figure.value, previous.value);
      const advice = slip
        ? 'L’une est environ mille fois l’autre : vérifiez que les deux années sont dans la même unité.'
        : 'Vérifiez le chiffre, ou expliquez l’évolution en commentaire.';
      const message = `${titleOf(point)} passe de ${showNumber(previous.value)} en ${before.year} à ${showNumber(figure.value)} en ${place.year} (${place.territory}, ${cellNames([...previous.sources, ...figure.sources])}). ${advice}`;
      remarks.warning(slip ? 'unit_slip' : 'large_change', message, source, code);
    }
  }
}

function isThousandfold(one: number, other: number): boolean {
  const ratio = Math.abs(one / other);
  return [ratio, 1 / ratio].some((times) => times > 700 && times < 1400);
}
