import type { Locale } from '../../formula';

/** How the figures of a study were made, in plain words. */
export const rules: Readonly<Record<Locale, readonly (readonly [string, string])[]>> = {
  fr: [
    [
      'Additionner les données, recalculer l’indicateur',
      'Les données des bailleurs sont additionnées, puis chaque indicateur est calculé sur les sommes. Un taux n’est jamais une moyenne de taux.',
    ],
    [
      'Couverture',
      'Part des logements des bailleurs attendus que représentent ceux qui ont répondu à tout ce que l’indicateur demande.',
    ],
    [
      'Non-réponse',
      'Un chiffre redressé est étendu aux bailleurs qui n’ont pas répondu, au prorata de leurs logements ; la part extrapolée est dite en note. Sans assez de réponses, aucun chiffre n’est donné.',
    ],
    [
      'Secret',
      'Un chiffre qui révélerait les données d’un bailleur est masqué, ainsi que ceux dont il se déduirait.',
    ],
    [
      'Fourchettes',
      'Les ratios publiés d’emplois diffèrent : un seul jeu est retenu, et l’étendue des valeurs publiées est donnée à côté. Les jeux ne s’ajoutent jamais.',
    ],
    [
      'Repères',
      'Un repère est un chiffre publié ailleurs, avec son territoire et son année ; son champ peut différer de celui de l’étude.',
    ],
    [
      'Notre classement',
      'Le regroupement des indicateurs en chapitres est le nôtre. Cette étude n’est approuvée par aucun éditeur de méthode.',
    ],
  ],
  en: [
    [
      'Data are added up, indicators recomputed',
      'Landlords’ data are added up, then each indicator is computed on the sums. A rate is never a mean of rates.',
    ],
    [
      'Coverage',
      'Share of the dwellings of expected landlords held by those who answered everything the indicator asks.',
    ],
    [
      'Non-response',
      'An adjusted figure is extended to landlords that did not answer, in proportion to their dwellings; the extrapolated share is given in a note. Without enough answers no figure is given.',
    ],
    [
      'Disclosure control',
      'A figure that would reveal one landlord’s data is masked, and so are those it could be deduced from.',
    ],
    [
      'Ranges',
      'Published job ratios differ: one set is used, and the range of published values is given beside it. Sets are never added up.',
    ],
    [
      'Benchmarks',
      'A benchmark is a figure published elsewhere, with its territory and year; its scope may differ from the study’s.',
    ],
    [
      'Our grouping',
      'The grouping of indicators in chapters is ours. This study is not approved by any publisher of a method.',
    ],
  ],
};
