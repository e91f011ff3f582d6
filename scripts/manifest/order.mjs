/**
 * Which children an element takes, in which order: « How to find the proper order of manifest elements »
 * (learn.microsoft.com/office/dev/add-ins/develop/manifest-element-ordering) and the schemas of [MS-OWEMXML].
 * `!` exactly one, `+` at least one, `*` any number, nothing: at most one; `a|b` may be mixed.
 * A parent is looked up with its type or its own parent first (`Host@VersionOverrides`), then by its name alone.
 */
const children = {
  OfficeApp:
    'Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl! HighResolutionIconUrl! ' +
    'SupportUrl! AppDomains Hosts! Requirements DefaultSettings! Permissions! Dictionary VersionOverrides ExtendedOverrides',
  DisplayName: 'Override*',
  'Description@OfficeApp': 'Override*',
  IconUrl: 'Override*',
  HighResolutionIconUrl: 'Override*',
  SupportUrl: 'Override*',
  AppDomains: 'AppDomain+',
  Hosts: 'Host+',
  'Host@OfficeApp': '',
  Requirements: 'Sets Methods',
  Sets: 'Set+',
  Methods: 'Method+',
  DefaultSettings: 'SourceLocation!',
  'SourceLocation@DefaultSettings': 'Override*',
  VersionOverrides: 'Description Requirements Hosts! Resources! WebApplicationInfo EquivalentAddins',
  'Host@VersionOverrides': 'Runtimes AllFormFactors DesktopFormFactor',
  Runtimes: 'Runtime!',
  AllFormFactors: 'ExtensionPoint',
  DesktopFormFactor: 'GetStarted FunctionFile ExtensionPoint+',
  'ExtensionPoint:CustomFunctions': 'Script! Page! Metadata Namespace',
  Script: 'SourceLocation!',
  Page: 'SourceLocation!',
  Metadata: 'SourceLocation!',
  'ExtensionPoint:PrimaryCommandSurface': 'OfficeTab* CustomTab',
  'ExtensionPoint:ContextMenu': 'OfficeMenu+',
  GetStarted: 'Title! Description! LearnMoreUrl!',
  OfficeTab: 'Group+',
  CustomTab: 'Group|OfficeGroup+ Label! InsertAfter|InsertBefore',
  OfficeMenu: 'Control+',
  Group: 'OverriddenByRibbonApi Label! Icon! Control|OfficeControl+',
  'Control:Button': 'OverriddenByRibbonApi Label! ToolTip Supertip! Icon! Action! Enabled',
  'Control:Menu': 'OverriddenByRibbonApi Label! ToolTip Supertip! Icon! Items!',
  Items: 'Item+',
  Item: 'OverriddenByRibbonApi Label! Supertip! Icon Action! Enabled',
  Supertip: 'Title! Description!',
  Icon: 'Image+',
  'Action:ShowTaskpane': 'TaskpaneId SourceLocation! Title',
  'Action:ExecuteFunction': 'FunctionName!',
  Resources: 'Images Urls ShortStrings LongStrings',
  Images: 'Image+',
  Urls: 'Url+',
  ShortStrings: 'String+',
  LongStrings: 'String+',
  'Image@Images': 'Override*',
  Url: 'Override*',
  String: 'Override*',
};

function ruleFor(element) {
  const type = element.attributes['xsi:type'];
  const names = [
    `${element.local}:${type}`,
    `${element.local}@${element.parent?.local}`,
    `${element.local}@${element.parent?.parent?.local}`,
    element.local,
  ];
  const found = names.find((name) => name in children);
  return found === undefined ? undefined : children[found].split(' ').filter(Boolean).map(slot);
}

function slot(text) {
  const [, names, mark] = /^(.*?)([!+*]?)$/.exec(text);
  return {
    names: names.split('|'),
    required: mark === '!' || mark === '+',
    many: mark === '+' || mark === '*',
  };
}

/** Faults in the order, number and place of the children of one element. */
export function orderFaults(element) {
  const slots = ruleFor(element);
  if (!slots) {
    return element.children.length === 0
      ? []
      : [
          {
            line: element.line,
            message: `<${element.name}> ne prend pas d’éléments, ou son type est inconnu.`,
          },
        ];
  }
  const faults = [];
  let reached = 0;
  let last;
  for (const child of element.children) {
    const at = slots.findIndex(({ names }) => names.includes(child.local));
    if (at < 0) {
      faults.push({ line: child.line, message: `<${child.name}> n’a pas sa place dans <${element.name}>.` });
      continue;
    }
    if (at < reached) {
      faults.push({
        line: child.line,
        message: `Dans <${element.name}>, <${child.name}> vient avant <${last.name}>.`,
      });
    } else if (at === reached && last && !slots[at].many) {
      faults.push({ line: child.line, message: `<${element.name}> ne prend qu’un <${child.name}>.` });
    }
    if (at >= reached) [reached, last] = [at, child];
  }
  for (const { names, required } of slots) {
    if (required && !element.children.some((child) => names.includes(child.local))) {
      faults.push({
        line: element.line,
        message: `<${element.name}> demande un <${names.join('> ou un <')}>.`,
      });
    }
  }
  return faults;
}
