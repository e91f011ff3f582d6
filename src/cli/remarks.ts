import type { Contribution, Remark } from '../contribution';

const LEVELS: Readonly<Record<Remark['level'], string>> = { blocking: 'bloquant', warning: 'attention' };

/** One line a remark: level, file, sheet, cell, message, separated by tabs (spec: `check`). */
export function remarkLine({ level, source, message }: Remark, file = source.file): string {
  return [LEVELS[level], file, source.sheet, source.cell, message].join('\t');
}

/** The contribution that a file is which the system itself does not open: rights, a network drive that is gone. */
export function unopened(file: string, name: string): Contribution {
  const message = `« ${name} » ne peut pas être ouvert : vérifiez vos droits et que le fichier n’est pas réservé par un autre programme.`;
  const source = { file, sheet: '', cell: '' };
  const remark: Remark = { level: 'blocking', code: 'unreadable_file', message, source };
  return { file, facts: [], members: [], rows: [], remarks: [remark], status: 'rejected' };
}

/** What is said of a file given to an option that cannot be read. */
export const cannotBeRead = (path: string): string =>
  `« ${path} » ne peut pas être lu : vérifiez le chemin et qu’il n’est pas réservé par un autre programme.`;
