import type { Grid } from '../core/grid';
import type { Json } from '../richapi/protocol';
import { changeExtras, extrasOf } from './extras';

/** The settings of `Office.context.document`, each as its name and its JSON. */
export interface DocumentSettings {
  load(): readonly (readonly [name: string, json: string])[];
  save(values: Json): void;
}

/** Kept in the workbook, with those of `workbook.settings`: in Excel they are the same. */
export function documentSettings(grid: Grid): DocumentSettings {
  return {
    load: () =>
      Object.entries(extrasOf(grid).settings).map(([name, value]) => [name, JSON.stringify(value)] as const),
    save(values) {
      const pairs = Array.isArray(values) ? (values as readonly (readonly Json[])[]) : [];
      const settings = Object.fromEntries(
        pairs.map(([name, json]) => [String(name), JSON.parse(String(json)) as Json]),
      );
      changeExtras(grid, { settings });
    },
  };
}
