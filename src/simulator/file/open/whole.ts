import type { CustomFunctionNames } from '../formulas/custom-functions';
import { dynamicKinds } from '../package/metadata';
import type { PackageParts } from '../package/parts';
import { relatedPart } from '../package/relations';
import { themeColors } from '../styles/colors';
import { PLAIN_STYLESHEET, readStylesheet, type Stylesheet } from '../styles/stylesheet';
import type { XmlElement } from '../xml/element';
import { parseXml } from '../xml/element';
import { type SharedTexts, sharedTexts } from './shared-strings';

/** What the sheets of a workbook have in common. */
export interface WholeWorkbook {
  readonly parts: PackageParts;
  readonly stylesheet: Stylesheet;
  readonly colors: readonly string[];
  /** What conditional formats change. */
  readonly differences: readonly XmlElement[];
  readonly strings: SharedTexts;
  /** Values of `cm` that mark a formula that spills. */
  readonly dynamicKinds: ReadonlySet<number>;
  readonly functions: CustomFunctionNames;
}

/** Reads the theme, the styles, the texts and the metadata; each may be missing. */
export function readWhole(parts: PackageParts, main: string, functions: CustomFunctionNames): WholeWorkbook {
  const optional = (type: string): string | undefined => {
    const path = relatedPart(parts, main, type);
    return path === undefined ? undefined : parts.text(path);
  };
  const theme = optional('theme');
  const stylesheet = readStylesheet(optional('styles') ?? PLAIN_STYLESHEET, theme);
  const strings = optional('sharedStrings');
  return {
    parts,
    stylesheet,
    colors: themeColors(theme),
    differences: stylesheet.root.child('dxfs')?.all('dxf') ?? [],
    strings: sharedTexts(strings === undefined ? undefined : parseXml(strings)),
    dynamicKinds: dynamicKinds(optional('sheetMetadata')),
    functions,
  };
}
