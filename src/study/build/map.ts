import type { Block, MapArea, Value } from '../document';
import { placeName } from '../language/places';
import { classesOf } from '../map/classes';
import { outlinesOf } from '../map/outlines';
import { middleOf, type Plane, planeOf, tilesOf } from '../map/plane';
import type { TemplateBlock } from '../template/load';
import { unitBeside } from '../language/amounts';
import type { Desk } from './build';
import { labelOf, valueOf } from './figures';
import { short } from './tables';

type MapSpec = Extract<TemplateBlock, { map: unknown }>;

/** An indicator across the territories, on their outlines or, without them, on tiles; nothing to map below two. */
export function mapBlocks(spec: MapSpec, desk: Desk): Block[] {
  const { scope, outlines } = desk;
  const { locale, inside } = scope;
  if (inside.length < 2) return [];
  const values = new Map(
    inside.map((territory) => [territory, short(valueOf(spec.indicator, territory, desk), locale)]),
  );
  if ([...values.values()].filter((one) => one.value !== null).length < 2) return [];
  desk.shown.add(spec.indicator);
  const plane: Plane = outlines ? planeOf(outlinesOf(inside, outlines)) : tilesOf(inside);
  const { labels, ofText } = classesOf([...values.values()], locale);
  const areas = [...values].flatMap(([territory, value]): MapArea[] => {
    const rings = plane.shapes.get(territory);
    if (!rings) return [];
    const shade = value.value === null ? undefined : ofText.get(value.text);
    return [
      {
        territory,
        label: placeName(territory),
        value,
        class: shade ?? (isWithheld(value) ? 'masked' : 'absent'),
        rings,
        center: middleOf(rings),
      },
    ];
  });
  const title = spec.map[locale] + unitBeside(scope.catalogue.indicators.get(spec.indicator)?.unit ?? '');
  const said = areas.map(({ label, value }) => `${label} ${value.text}`).join(locale === 'fr' ? ' ; ' : '; ');
  const nature = locale === 'fr' ? (outlines ? 'Carte' : 'Tuiles') : outlines ? 'Map' : 'Tiles';
  return [
    {
      kind: 'map',
      title,
      description: `${nature}${locale === 'fr' ? ' : ' : ': '}${labelOf(spec.indicator, desk)}. ${said}.`,
      areas,
      classes: labels,
      ratio: plane.ratio,
      tiles: outlines === undefined,
    },
  ];
}

/** Only what is withheld bears the mark of a note. */
const isWithheld = ({ value, marks }: Value): boolean => value === null && marks !== '';
