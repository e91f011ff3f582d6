import { fault, values } from './fault.mjs';
import { all, at, walk } from './xml.mjs';

/** Identity: a GUID, a version of up to four numbers, a host and permissions an Excel add-in has. */
export function identity(root) {
  const faults = [];
  const say = (name, pattern, message) => {
    const element = at(root, name);
    if (element && !pattern.test(element.text.trim())) faults.push(fault(element, message));
  };
  say(
    'Id',
    /^(?!0{8})[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    'Id doit être un GUID, par exemple celui de crypto.randomUUID().',
  );
  say('Version', /^\d{1,5}(\.\d{1,5}){0,3}$/, 'Version s’écrit avec un à quatre nombres : 1.0.0.0.');
  say('DefaultLocale', /^fr-FR$/, 'DefaultLocale doit être fr-FR : le français est la langue de base.');
  say(
    'Permissions',
    /^ReadWriteDocument$/,
    'Permissions doit être ReadWriteDocument : le volet écrit dans le classeur.',
  );
  const host = at(root, 'Hosts', 'Host');
  if (host && host.attributes.Name !== 'Workbook')
    faults.push(fault(host, 'Host doit être Workbook : le complément est fait pour Excel.'));
  return faults;
}

const mustTranslate = new Set(['DisplayName', 'Description', 'String', 'SupportUrl']);

/** Every text, and the address of the metadata, has one English override. */
export function locales(root) {
  return [...walk(root)].flatMap((element) => {
    const overrides = element.children.filter((child) => child.local === 'Override');
    const locale = overrides.map((child) => child.attributes.Locale);
    const faults = [];
    const metadata =
      element.local === 'Url' && /functions-\w+\.json$/.test(element.attributes.DefaultValue ?? '');
    const isText = mustTranslate.has(element.local) && 'DefaultValue' in element.attributes;
    if ((isText || metadata) && !locale.includes('en-US')) {
      const name = element.attributes.id ?? element.local;
      faults.push(fault(element, `« ${name} » n’a pas de traduction anglaise (Override Locale="en-US").`));
    }
    for (const child of overrides) {
      if (!/^[a-z]{2}-[A-Z]{2}$/.test(child.attributes.Locale ?? '')) {
        faults.push(fault(child, `« ${child.attributes.Locale} » n’est pas une langue comme en-US.`));
      }
      if (locale.indexOf(child.attributes.Locale) !== overrides.indexOf(child)) {
        faults.push(fault(child, `La langue ${child.attributes.Locale} est donnée deux fois.`));
      }
    }
    return faults;
  });
}

const sections = {
  Label: 'ShortStrings',
  Title: 'ShortStrings',
  Namespace: 'ShortStrings',
  Description: 'LongStrings',
  ToolTip: 'LongStrings',
  SourceLocation: 'Urls',
  FunctionFile: 'Urls',
  LearnMoreUrl: 'Urls',
  Runtime: 'Urls',
  Image: 'Images',
};

/** Every resid is found in the section its element reads, every resource is used, no id is too long or taken twice. */
export function resources(root) {
  const held = all(root, 'Resources')
    .flatMap((element) => element.children)
    .flatMap((section) => section.children);
  const references = [...walk(root)].filter((element) => 'resid' in element.attributes);
  const faults = references.flatMap((element) => {
    const { resid } = element.attributes;
    const resource = held.find((one) => one.attributes.id === resid);
    const section = sections[element.local];
    if (!resource) return [fault(element, `resid="${resid}" n’existe pas dans Resources.`)];
    if (resource.parent.local === section) return [];
    return [
      fault(
        element,
        `resid="${resid}" est dans ${resource.parent.local} ; <${element.local}> lit ${section}.`,
      ),
    ];
  });
  for (const resource of held) {
    const { id = '' } = resource.attributes;
    if (id.length < 1 || id.length > 32)
      faults.push(
        fault(resource, `L’identifiant « ${id} » doit avoir de 1 à 32 caractères ; il en a ${id.length}.`),
      );
    if (held.find((one) => one.attributes.id === id) !== resource)
      faults.push(fault(resource, `La ressource « ${id} » existe deux fois.`));
    if (!references.some((element) => element.attributes.resid === id))
      faults.push(fault(resource, `La ressource « ${id} » ne sert à rien.`));
  }
  return faults;
}

const lengths = {
  ShortStrings: 125,
  LongStrings: 250,
  Urls: 2048,
  Images: 2048,
  DisplayName: 125,
  Description: 250,
  SupportUrl: 2048,
};
/** Beyond this a ribbon button is cut on two lines. Ours: Office sets no limit of its own below 125. */
const longestLabel = 30;

/** Texts are neither empty nor longer than Office takes them. */
export function texts(root) {
  const labels = new Set(all(root, 'Label').map((element) => element.attributes.resid));
  return [...walk(root)].flatMap((element) => {
    const owner = element.local === 'Override' ? element.parent : element;
    const limit = labels.has(owner.attributes.id)
      ? longestLabel
      : (lengths[owner.parent?.local] ?? lengths[owner.local]);
    return values(element).flatMap((text) => {
      const name = owner.attributes.id ?? owner.local;
      if (text.trim() === '') return [fault(element, `« ${name} » est vide.`)];
      if (limit && text.length > limit)
        return [fault(element, `« ${name} » a ${text.length} caractères ; ${limit} au plus.`)];
      return [];
    });
  });
}
