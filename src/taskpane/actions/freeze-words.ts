import { defineMessages } from '../i18n';

/** Apart from the words of the other actions: the ribbon, which the pane starts with, needs these only. */
export const freezeWords = defineMessages({
  nothingToFreeze: {
    fr: 'Aucune formule IMPACT à figer : rien n’a changé.',
    en: 'No IMPACT formula to freeze: nothing was changed.',
  },
  frozen: {
    fr: '{count|formule IMPACT figée|formules IMPACT figées}.',
    en: '{count|IMPACT formula frozen|IMPACT formulas frozen}.',
  },
  notFrozen: {
    fr: '{count|formule sans résultat est restée|formules sans résultat sont restées} : réparez, puis figez de nouveau.',
    en: '{count|formula without a result was left|formulas without a result were left}: repair, then freeze again.',
  },
  nothingToRestore: {
    fr: 'Aucune formule figée à rétablir dans ce classeur.',
    en: 'No frozen formula to put back in this workbook.',
  },
  restored: {
    fr: '{count|formule rétablie|formules rétablies}.',
    en: '{count|formula put back|formulas put back}.',
  },
  notRestored: {
    fr: '{count|cellule modifiée depuis a été gardée|cellules modifiées depuis ont été gardées}.',
    en: '{count|cell changed since was kept|cells changed since were kept}.',
  },
  nothingToRepair: {
    fr: 'Aucune formule IMPACT n’affiche #NOM? : rien à réparer.',
    en: 'No IMPACT formula shows #NAME?: nothing to repair.',
  },
  repaired: {
    fr: '{count|formule réparée|formules réparées}.',
    en: '{count|formula repaired|formulas repaired}.',
  },
  notRepaired: {
    fr: '{count|formule affiche encore|formules affichent encore} #NOM? : vérifiez le nom de la fonction.',
    en: '{count|formula still shows|formulas still show} #NAME?: check the name of the function.',
  },
});
