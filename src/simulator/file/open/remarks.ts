import type { WorkbookPart } from './workbook';

/** What the grid shows otherwise than Excel, a sentence each. */
export function remarksOn(workbook: WorkbookPart, keptFormulas: number, drawings: number): string[] {
  const remarks: string[] = [];
  if (workbook.date1904) {
    remarks.push(
      'Ce classeur compte les dates depuis 1904 : elles s’affichent ici avec quatre ans et un jour de moins. Le fichier enregistré reste juste.',
    );
  }
  if (keptFormulas > 0) {
    const several = keptFormulas > 1;
    remarks.push(
      `${keptFormulas} formule${several ? 's' : ''} (autres classeurs, plusieurs feuilles à la fois, tables de données) ${several ? 'montrent leur' : 'montre son'} dernier résultat sans être recalculée${several ? 's' : ''} ici. Ouvrez le fichier dans Excel pour ${several ? 'les' : 'la'} recalculer.`,
    );
  }
  const others = workbook.tabs.filter((one) => !one.isWorksheet);
  if (others.length > 0) {
    remarks.push(
      `Feuilles non affichées ici, gardées dans le fichier : ${others.map((one) => `« ${one.name} »`).join(', ')}.`,
    );
  }
  if (drawings > 0) {
    remarks.push(
      'Les graphiques et les images sont gardés dans le fichier ; ouvrez-le dans Excel pour les voir.',
    );
  }
  return remarks;
}
