import { reasonWords as withoutValue } from '../workbook/words';
import type { SettledCell } from './model';

/** Why a cell is withheld or has no value, for those who may know: never in the publishable copy. */
export const reasonWords: Readonly<Record<NonNullable<SettledCell['reason']>, string>> = {
  ...withoutValue,
  low_coverage: 'couverture trop faible',
  not_proportional: 'non-réponse, et une donnée qui ne s’extrapole pas',
  fewer_than_3: 'moins de 3 bailleurs indépendants',
  dominance: 'un bailleur en fait plus de 85 %',
  secondary: 'se déduirait d’autres cellules, ou les trahirait',
};
