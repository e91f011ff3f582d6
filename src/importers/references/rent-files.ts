import type { SeriesInfo } from './model';

/** What a file of market rents is about: one dwelling type a file. */
export type RentKind = 'any_flat' | 'small_flat' | 'large_flat' | 'house' | 'unknown';

interface RentFile {
  readonly kind: RentKind;
  readonly series: Pick<SeriesInfo, 'code' | 'label'> & Partial<SeriesInfo>;
}

const label = (what: string): string => `Loyer d’annonce, charges comprises, ${what}`;

/**
 * The four files of the « carte des loyers » have the same headings; their names tell them apart (`pred-app12-…`,
 * `pred-app3-…`, `pred-app-…`, `pred-mai-…`). Dwellings described: flats of 37 m² (T1-T2), 72 m² (T3 and more) and
 * 52 m² (all), houses of 92 m² (ministère chargé du Logement, ANIL, notice of the 2022 map).
 */
const files: readonly (RentFile & { readonly name: RegExp })[] = [
  {
    name: /app(?:artements?)?[-_ ]?(?:12|t?1[-_ ]?(?:a|et|-)?[-_ ]?t?2)(?!\d)/,
    kind: 'small_flat',
    series: { code: 'loyer_annonce_appartement_t1_t2', label: label('appartements T1 et T2') },
  },
  {
    name: /app(?:artements?)?[-_ ]?t?3(?!\d)/,
    kind: 'large_flat',
    series: { code: 'loyer_annonce_appartement_t3', label: label('appartements T3 et plus') },
  },
  {
    name: /app/,
    kind: 'any_flat',
    series: { code: 'loyer_annonce_appartement', label: label('appartements') },
  },
  { name: /mai/, kind: 'house', series: { code: 'loyer_annonce_maison', label: label('maisons') } },
];

/** What a file of market rents is about, by its name; `unknown` when it does not say. */
export function rentsOf(file: string): RentFile {
  const name = file.toLowerCase();
  return (
    files.find((one) => one.name.test(name)) ?? {
      kind: 'unknown',
      series: {
        code: 'loyer_annonce',
        label: label('type de logement non dit'),
        toConfirm: 'le nom du fichier ne dit pas s’il s’agit d’appartements ou de maisons',
      },
    }
  );
}

/** What a series of market rents is about, by its code; undefined for any other series. */
export function rentKindOf(code: string): RentKind | undefined {
  if (code === 'loyer_annonce') return 'unknown';
  return files.find(({ series }) => series.code === code)?.kind;
}
