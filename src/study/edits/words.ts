import type { EditConflict, EditRemark } from './model';

const quoted = (text: string): string => `« ${text} »`;

/** A conflict, for people who have the table of edits before them: what is in the study, and how to choose. */
export function conflictInWords({ edit, now }: EditConflict): string {
  const opening = `Texte réécrit non repris (${edit.id})`;
  if (now === undefined)
    return `${opening} : le texte calculé n’est plus dans l’étude, un de ses chiffres étant masqué ou absent. Réécrit : ${quoted(edit.written)}. Retirez sa ligne de IMPACT_ETUDE_MODIFICATIONS s’il n’a plus lieu d’être.`;
  return `${opening} : le texte calculé a changé. Avant : ${quoted(edit.computed)} Maintenant, dans l’étude : ${quoted(now)} Réécrit : ${quoted(edit.written)} Pour reprendre le vôtre, corrigez-le et recopiez le texte calculé maintenant dans texte_calcule ; sinon videz texte_modifie.`;
}

/** What to look at in a rewritten text, in French, with what to do. */
export function remarkInWords({ edit, kind, found }: EditRemark): string {
  const list = found.join(', ');
  if (kind === 'unknown_number')
    return `Texte réécrit (${edit.id}) : ${list}, que l’étude ne donne nulle part ailleurs. Vérifiez ce chiffre ou sa source.`;
  return `Texte réécrit (${edit.id}) : l’appel de note ${list} a disparu. Remettez-le après son chiffre.`;
}
