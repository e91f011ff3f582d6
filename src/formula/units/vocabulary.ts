/**
 * Every unit word the project knows, as data. Two words add up only when they have the same base; `scale` says
 * how many of the base one of them is. Bases kept apart on purpose: primary, cumulated and gross-heat kWh are
 * not kWh; a household is not a dwelling; a job is not a full-time equivalent; a day is not a part of a month.
 */
export interface UnitWord {
  /** The canonical writing, as the catalogue uses it. */
  readonly symbol: string;
  /** What it counts; none for a plain ratio. */
  readonly base?: string;
  readonly scale: number;
  /** For people: one, several. */
  readonly fr: readonly [one: string, several: string];
  readonly en: readonly [one: string, several: string];
  /** Other things people type; case, accents, spaces, hyphens and `²` do not matter. */
  readonly aliases?: readonly string[];
}

function abbreviation(
  symbol: string,
  base: string,
  scale: number,
  aliases: readonly string[],
  shown: { readonly fr?: string; readonly en?: string } = {},
): UnitWord {
  const fr = shown.fr ?? symbol;
  const en = shown.en ?? fr;
  return { symbol, base, scale, fr: [fr, fr], en: [en, en], aliases };
}

/** Something counted: its own base. */
function counted(
  symbol: string,
  several: string,
  en: readonly [string, string],
  aliases: readonly string[] = [],
): UnitWord {
  return { symbol, base: symbol, scale: 1, fr: [symbol, several], en, aliases };
}

export const vocabulary: readonly UnitWord[] = [
  {
    symbol: '%',
    scale: 1,
    fr: ['%', '%'],
    en: ['%', '%'],
    aliases: ['pour cent', 'pourcent', 'pourcentage', 'percent'],
  },
  { symbol: 'fraction', scale: 1, fr: ['', ''], en: ['', ''], aliases: ['part', 'taux'] },
  { symbol: 'ratio', scale: 1, fr: ['', ''], en: ['', ''], aliases: ['sans unité', 'nombre'] },

  abbreviation('€', '€', 1, ['euro', 'euros', 'eur', 'e']),
  abbreviation('k€', '€', 1e3, ['keuro', 'keuros', 'keur', 'ke', "millier d'euros", "milliers d'euros"]),
  abbreviation('M€', '€', 1e6, ['meuro', 'meuros', 'meur', 'me', "million d'euros", "millions d'euros"]),
  abbreviation('Md€', '€', 1e9, ['mds€', 'mde', 'g€', "milliard d'euros", "milliards d'euros"]),

  abbreviation('kWh', 'kWh', 1, ['kwhef', 'kwh pci', 'kilowattheure', 'kilowattheures']),
  abbreviation('MWh', 'kWh', 1e3, ['mwhef', 'mwh pci', 'mégawattheure', 'mégawattheures']),
  abbreviation('GWh', 'kWh', 1e6, ['gwhef', 'gwh pci', 'gigawattheure', 'gigawattheures']),
  abbreviation('kWh PCS', 'kWh PCS', 1, []),
  abbreviation('MWh PCS', 'kWh PCS', 1e3, []),
  abbreviation('kWhEP', 'kWhEP', 1, ['kwh primaire', "kwh d'énergie primaire"]),
  abbreviation('MWhEP', 'kWhEP', 1e3, ['mwh primaire', "mwh d'énergie primaire"]),
  abbreviation('GWhEP', 'kWhEP', 1e6, []),
  abbreviation('kWhc', 'kWhc', 1, ['kwhcumac', 'kwh cumac'], { fr: 'kWh cumac' }),
  abbreviation('MWhc', 'kWhc', 1e3, ['mwhcumac', 'mwh cumac'], { fr: 'MWh cumac' }),
  abbreviation('GWhc', 'kWhc', 1e6, ['gwhcumac', 'gwh cumac'], { fr: 'GWh cumac' }),
  abbreviation('kgCO2e', 'kgCO2e', 1, ['kgco2', 'kg éq. co2', 'kg eq co2', 'kgco2eq'], { fr: 'kgCO₂e' }),
  abbreviation('tCO2e', 'kgCO2e', 1e3, ['tco2', 't éq. co2', 't eq co2', 'tco2eq', 'teqco2'], {
    fr: 'tCO₂e',
  }),
  abbreviation('gCO2e', 'kgCO2e', 1e-3, ['gco2', 'g éq. co2', 'g eq co2', 'gco2eq'], { fr: 'gCO₂e' }),

  abbreviation('m²', 'm²', 1, ['m2', 'mètre carré', 'mètres carrés', 'm2 shab', 'm2 de surface habitable']),
  abbreviation('ha', 'm²', 1e4, ['hectare', 'hectares']),
  abbreviation('m³', 'm³', 1, ['m3', 'mètre cube', 'mètres cubes']),
  abbreviation('L', 'm³', 1e-3, ['litre', 'litres']),
  abbreviation('t', 't', 1, ['tonne', 'tonnes']),
  abbreviation('kg', 't', 1e-3, ['kilo', 'kilos', 'kilogramme', 'kilogrammes']),

  { symbol: 'mois', base: 'mois', scale: 1, fr: ['mois', 'mois'], en: ['month', 'months'] },
  {
    symbol: 'an',
    base: 'mois',
    scale: 12,
    fr: ['an', 'ans'],
    en: ['year', 'years'],
    aliases: ['année', 'années'],
  },
  {
    symbol: 'trimestre',
    base: 'mois',
    scale: 3,
    fr: ['trimestre', 'trimestres'],
    en: ['quarter', 'quarters'],
  },
  counted('jour', 'jours', ['day', 'days'], ['j', 'jrs']),
  { symbol: 'h', base: 'h', scale: 1, fr: ['heure', 'heures'], en: ['hour', 'hours'], aliases: ['hrs'] },

  counted(
    'logement',
    'logements',
    ['dwelling', 'dwellings'],
    ['logt', 'logts', 'lgt', 'lgts', 'log', 'logement social', 'logements sociaux'],
  ),
  counted('ménage', 'ménages', ['household', 'households']),
  counted('personne', 'personnes', ['person', 'people'], ['pers', 'persons', 'habitant', 'habitants']),
  {
    symbol: 'ETP',
    base: 'ETP',
    scale: 1,
    fr: ['ETP', 'ETP'],
    en: ['FTE', 'FTE'],
    aliases: ['équivalent temps plein', 'équivalents temps plein'],
  },
  counted('emploi', 'emplois', ['job', 'jobs']),
  counted('entreprise', 'entreprises', ['company', 'companies'], ['fournisseur', 'fournisseurs']),
  counted('commune', 'communes', ['municipality', 'municipalities']),
  counted('bailleur', 'bailleurs', ['landlord', 'landlords'], ['organisme', 'organismes']),
  counted('plan', 'plans', ['plan', 'plans']),
  counted('expulsion', 'expulsions', ['eviction', 'evictions']),
  counted('place', 'places', ['place', 'places']),
  counted('convention', 'conventions', ['agreement', 'agreements']),
  counted('local', 'locaux', ['premises', 'premises']),
  counted('ascenseur', 'ascenseurs', ['lift', 'lifts']),
  counted('panne', 'pannes', ['breakdown', 'breakdowns']),
  counted('réclamation', 'réclamations', ['complaint', 'complaints']),
  counted('accident', 'accidents', ['accident', 'accidents']),
  counted('remarque', 'remarques', ['remark', 'remarks']),
  counted('cellule', 'cellules', ['cell', 'cells']),
  { symbol: 'valeur', base: 'valeur', scale: 1, fr: ['', ''], en: ['', ''] },
];

/** How words are compared: `K€`, `kWh ep`, `Équivalents temps-plein` are found whatever their writing. */
function normalised(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s'’.-]/g, '');
}

function index(): ReadonlyMap<string, UnitWord> {
  const words = new Map<string, UnitWord>();
  for (const word of vocabulary) {
    for (const written of [word.symbol, ...word.fr, ...word.en, ...(word.aliases ?? [])]) {
      const key = normalised(written);
      if (key === '') continue;
      const known = words.get(key);
      if (known && known !== word)
        throw new Error(`« ${written} » designates both ${known.symbol} and ${word.symbol}`);
      words.set(key, word);
    }
  }
  return words;
}

const byWriting = index();

/** The unit word behind what a person typed; undefined when there is none. */
export function findWord(written: string): UnitWord | undefined {
  return byWriting.get(normalised(written));
}
