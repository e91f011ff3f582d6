import type { Univer } from '@univerjs/core';
import { CellAlertManagerService } from '@univerjs/sheets-ui';

export type MessageAt = (sheetId: string, row: number, column: number) => string | undefined;

/** Hovering a cell in error shows the add-in's own sentence instead of the grid's general one. */
export function explainErrors(univer: Univer, messageAt: MessageAt): void {
  const alerts = univer.__getInjector().get(CellAlertManagerService);
  const show = alerts.showAlert.bind(alerts);
  alerts.showAlert = (alert) => {
    const { subUnitId, row, col } = alert.location;
    const message = messageAt(subUnitId, row, col);
    show(message === undefined ? alert : { ...alert, title: 'Fonction Impact', message, height: 120 });
  };
}
