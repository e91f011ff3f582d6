import type { Rule } from '../../workbook/method';
import type { Publication } from '../model';

/** What a reader of a publication must know of its figures, in plain French. */
export function publicationRules({ adjusted }: Pick<Publication, 'adjusted'>): readonly Rule[] {
  const [before, after] = [rules.slice(0, AFTER_EXTRAPOLATION), rules.slice(AFTER_EXTRAPOLATION)];
  return [...before, adjustmentsRule(adjusted), ...after];
}

function adjustmentsRule(adjusted: number): Rule {
  const told =
    adjusted === 0
      ? 'Aucun : les chiffres sont ceux que les bailleurs ont transmis.'
      : adjusted === 1
        ? 'Un chiffre de bailleur a été ajusté lors de la revue, avec son motif.'
        : `${adjusted} chiffres de bailleurs ont été ajustés lors de la revue, chacun avec son motif.`;
  return ['Chiffres ajustés', told];
}

const AFTER_EXTRAPOLATION = 4;

const rules: readonly Rule[] = [
  [
    'Additionner les données, recalculer l’indicateur',
    'Les données des bailleurs sont additionnées, puis l’indicateur est calculé sur les sommes ; jamais de moyenne d’indicateurs.',
  ],
  [
    'Couverture',
    'Part des logements des bailleurs attendus que représentent ceux qui ont répondu à tout ce que l’indicateur demande, au pour-cent près.',
  ],
  [
    'Non-réponse',
    'À partir de 90 % de couverture, le chiffre est celui collecté. De 70 à 90 %, une somme dont toutes les données sont proportionnelles au parc est redressée, famille par famille, au prorata des logements ; les autres sommes ne sont pas publiées. De 50 à 70 %, seuls les ratios le sont. En dessous, rien.',
  ],
  [
    'Part extrapolée',
    '(Chiffre redressé − chiffre collecté) / chiffre redressé. Zéro : rien n’est extrapolé.',
  ],
  [
    'Secret : les chiffres d’un bailleur',
    'Une cellule repose sur au moins 3 bailleurs indépendants (un groupe compte pour un), dont aucun ne fait plus de 85 % de ce qu’elle additionne. Ces seuils sont ceux de la statistique publique, repris comme bonne pratique.',
  ],
  [
    'Secret : ce qui se déduirait',
    'D’autres cellules sont masquées pour qu’aucun calcul sur les chiffres publiés ensemble ne donne une cellule masquée ni le chiffre d’un seul bailleur.',
  ],
  [
    'Pas de valeur',
    '« secret » : masqué ; « couverture » : trop peu de réponses ; « – » : sans objet, référence absente ou dénominateur nul.',
  ],
  [
    'Notre classement',
    'Le regroupement des indicateurs en thèmes est le nôtre. Cette étude n’est approuvée par aucun éditeur de méthode.',
  ],
];
