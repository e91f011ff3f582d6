import type { Archive } from '../zip/archive';
import { decodeExcelEscapes } from './escapes';
import type { Relationship } from './package';
import { readText } from './package';
import { walkXml } from './xml';

/** The workbook's own properties (File > Information in Excel). */
export interface WorkbookProperties {
  readonly created?: Date;
  readonly modified?: Date;
  readonly creator?: string;
  readonly lastModifiedBy?: string;
  readonly title?: string;
  /** Custom properties by name, as text. */
  readonly custom: Readonly<Record<string, string>>;
}

/** Reads the core and custom properties; a property that is absent or unreadable is left out. */
export async function readProperties(
  archive: Archive,
  relationships: readonly Relationship[],
): Promise<WorkbookProperties> {
  const part = (type: string): string | undefined =>
    relationships.find((one) => one.type === type && archive.has(one.target))?.target;
  const core = await texts(archive, part('core-properties') ?? part('metadata/core-properties'));
  const created = dateOf(core.get('created'));
  const modified = dateOf(core.get('modified'));
  return {
    ...(created && { created }),
    ...(modified && { modified }),
    ...textOf('creator', core),
    ...textOf('lastModifiedBy', core),
    ...textOf('title', core),
    custom: await readCustom(archive, part('custom-properties')),
  };
}

async function texts(archive: Archive, part: string | undefined): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (part === undefined) return found;
  let current = '';
  walkXml(await readText(archive, part), {
    open: (name) => (current = name),
    close: () => (current = ''),
    text(text) {
      if (current !== '') found.set(current, (found.get(current) ?? '') + text);
    },
  });
  return found;
}

async function readCustom(archive: Archive, part: string | undefined): Promise<Record<string, string>> {
  const custom: Record<string, string> = Object.create(null) as Record<string, string>;
  if (part === undefined) return custom;
  let property: string | undefined;
  walkXml(await readText(archive, part), {
    open(name, attributes) {
      if (name === 'property') {
        property = attributes().name;
        if (property !== undefined) custom[property] = '';
      }
    },
    close(name) {
      if (name === 'property') property = undefined;
    },
    text(text) {
      if (property !== undefined) custom[property] = decodeExcelEscapes(`${custom[property]}${text}`).trim();
    },
  });
  return custom;
}

function textOf<K extends string>(key: K, core: ReadonlyMap<string, string>): { [P in K]?: string } {
  const text = core.get(key)?.trim();
  return text === undefined || text === '' ? {} : ({ [key]: text } as { [P in K]: string });
}

function dateOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const date = new Date(text.trim());
  return Number.isNaN(date.getTime()) ? undefined : date;
}
