import type { XmlElement } from '../xml/element';
import type { Json, WorkbookExtras } from './extras';

type StoredProtection = WorkbookExtras['protections'][string];

/** What a protected sheet may allow: in the object model, and in a file, where 0 means allowed. */
const OPTIONS = [
  ['allowFormatCells', 'formatCells'],
  ['allowFormatColumns', 'formatColumns'],
  ['allowFormatRows', 'formatRows'],
  ['allowInsertColumns', 'insertColumns'],
  ['allowInsertRows', 'insertRows'],
  ['allowInsertHyperlinks', 'insertHyperlinks'],
  ['allowDeleteColumns', 'deleteColumns'],
  ['allowDeleteRows', 'deleteRows'],
  ['allowSort', 'sort'],
  ['allowAutoFilter', 'autoFilter'],
  ['allowPivotTables', 'pivotTables'],
] as const;

/** The protection of a sheet as the host keeps it; undefined when it has none. */
export function loadProtection(root: XmlElement): StoredProtection | undefined {
  const element = root.child('sheetProtection');
  if (element?.flag('sheet') !== true) return undefined;
  const options: Record<string, Json> = Object.fromEntries(
    OPTIONS.map(([shown, stored]) => [shown, !element.flag(stored, true)]),
  );
  const selection = element.flag('selectUnlockedCells')
    ? 'None'
    : element.flag('selectLockedCells')
      ? 'Unlocked'
      : 'Normal';
  // A password is kept as a hash only: nobody can take the protection off here without it.
  const password = element.attribute('hashValue') ?? element.attribute('password');
  return {
    options: {
      ...options,
      allowEditObjects: !element.flag('objects'),
      allowEditScenarios: !element.flag('scenarios'),
      selectionMode: selection,
    },
    ...(password !== undefined && { password }),
  };
}

/** The markup of a protection that people have set here. */
export function protectionMarkup({ options }: StoredProtection, prefix: string): string {
  const objects = options.allowEditObjects === true ? '' : ' objects="1"';
  const scenarios = options.allowEditScenarios === true ? '' : ' scenarios="1"';
  const allowed = OPTIONS.map(([shown, stored]) => (options[shown] === true ? ` ${stored}="0"` : '')).join(
    '',
  );
  const locked =
    options.selectionMode === 'Normal' || options.selectionMode === undefined ? '' : ' selectLockedCells="1"';
  const unlocked = options.selectionMode === 'None' ? ' selectUnlockedCells="1"' : '';
  return `<${prefix}sheetProtection sheet="1"${objects}${scenarios}${allowed}${locked}${unlocked}/>`;
}
