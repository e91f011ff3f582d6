/**
 * The towns where most social dwellings of the region stand. Codes and names are the official ones; the
 * weight (thousands of dwellings, roughly), the share in priority neighbourhoods, the town-centre programme
 * (Action cœur de ville, Petites villes de demain) and the market rent are made up or rounded.
 */
export interface Town {
  readonly code: string;
  readonly weight: number;
  /** Share of its social dwellings in a priority neighbourhood. */
  readonly priority: number;
  readonly centre: boolean;
  /** €/m²/month, excluding charges. */
  readonly marketRent: number;
}

const table = `
14118 13   0.42 -  9.9
14327 5    0.75 -  8.9
14366 4.2  0.60 ACV 8.1
14762 2.4  0.30 ACV 7.3
14333 1.6  0.35 PVD 9.6
14047 2.1  0    PVD 8.6
14341 2.2  0.15 -  8.9
14167 1.2  0.45 -  8.6
14437 1.9  0    -  8.7
14258 1.6  0    PVD 7.7
14225 0.9  0    PVD 9.2
14715 0.8  0    -  10.1
14174 0.9  0    PVD 7.1
14488 1.1  0    PVD 9.4
27229 9    0.58 ACV 8.8
27375 3    0.50 ACV 8.5
27701 3.6  0.80 -  8.2
27681 4    0.42 ACV 9.1
27016 1.3  0.35 PVD 8.4
27284 1.5  0.30 PVD 9.0
27467 1.7  0.40 PVD 8.0
27056 1.6  0.35 PVD 7.8
27275 1.1  0    PVD 8.5
27679 1.0  0    PVD 8.0
27116 0.7  0    PVD 7.6
27428 0.6  0    PVD 8.0
50129 12   0.44 ACV 8.4
50502 2.8  0.36 ACV 7.9
50147 1.5  0.28 PVD 7.6
50025 1.4  0.32 PVD 7.9
50218 1.6  0    PVD 8.8
50615 0.9  0    PVD 7.3
50099 0.8  0    PVD 7.2
50639 0.6  0    PVD 7.0
61001 5    0.60 ACV 7.4
61006 2.4  0.52 ACV 7.1
61169 2.7  0.50 ACV 7.0
61214 1.3  0.48 PVD 7.2
61145 0.6  0    PVD 6.6
61293 0.7  0    PVD 7.4
61168 0.9  0.30 PVD 6.7
61508 0.6  0    PVD 6.8
76351 29   0.42 -  9.4
76540 17   0.46 -  10.6
76217 6    0.52 ACV 8.3
76231 3.4  0.55 -  8.4
76575 6.2  0.62 -  8.8
76681 4.8  0.30 -  9.3
76322 6.4  0.36 -  8.9
76498 5.2  0.52 -  9.1
76157 3.8  0.70 -  8.6
76484 2.6  0.44 -  8.5
76410 2.6  0.40 -  8.8
76212 1.9  0.42 -  9.0
76114 1.9  0.50 PVD 7.6
76259 3.4  0.44 ACV 8.2
76384 1.6  0.30 -  7.8
76305 1.6  0.36 -  8.4
76178 1.4  0.70 -  8.2
76474 1.6  0.40 -  9.0
76057 1.9  0    PVD 8.3
76758 1.6  0    PVD 8.1
76476 1.4  0    -  7.8
76451 2.4  0    -  10.2
76108 1.6  0    -  10.0
76341 1.3  0    -  8.7
76447 1.8  0    -  8.8
76165 1.7  0.45 -  8.4
76255 0.9  0    PVD 7.8
76711 0.8  0.40 PVD 7.9
76462 0.6  0    PVD 7.4
76216 1.9  0.30 -  9.0
76319 1.6  0    -  8.7
76164 0.5  0    PVD 7.6
`;

export const towns: readonly Town[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', weight, priority, programme, marketRent] = line.split(/ +/);
    return {
      code,
      weight: Number(weight),
      priority: Number(priority),
      centre: programme !== '-',
      marketRent: Number(marketRent),
    };
  });
