import { fault, pathOf, values } from './fault.mjs';
import { developmentUrl } from '../urls.mjs';
import { all, at, walk } from './xml.mjs';

const needed = ['16', '32', '80'];

/** Every icon is there at the sizes Office requires, and each picture has the size it is declared with. */
export function pictures(root, { image }) {
  const held = new Map(
    all(root, 'Images')
      .flatMap((element) => element.children)
      .map((one) => [one.attributes.id, one]),
  );
  const faults = all(root, 'Icon').flatMap((icon) => {
    const sizes = icon.children.map((child) => child.attributes.size);
    const missing = needed.filter((size) => !sizes.includes(size));
    return missing.length ? [fault(icon, `Il manque l’icône de ${missing.join(' et ')} pixels.`)] : [];
  });
  const expect = (element, url, size) => {
    const path = pathOf(url);
    if (path === undefined) return;
    const found = image(path);
    if (!found)
      faults.push(
        fault(element, `L’image ${path} n’existe pas ou n’est pas un PNG : lancez node scripts/icons.mjs.`),
      );
    else if (found.width !== size || found.height !== size) {
      faults.push(
        fault(
          element,
          `${path} mesure ${found.width} × ${found.height} pixels ; il en faut ${size} × ${size}.`,
        ),
      );
    }
  };
  for (const element of all(root, 'Icon').flatMap((icon) => icon.children)) {
    const picture = held.get(element.attributes.resid);
    if (picture) expect(element, picture.attributes.DefaultValue, Number(element.attributes.size));
  }
  for (const [name, size] of [
    ['IconUrl', 32],
    ['HighResolutionIconUrl', 64],
  ]) {
    const element = at(root, name);
    if (element) expect(element, element.attributes.DefaultValue, size);
  }
  return faults;
}

/** Addresses are https, of our own origin, listed in AppDomains, and the built add-in serves them. */
export function addresses(root, { files }) {
  const domains = all(root, 'AppDomain').map((element) => element.text.trim());
  return [...walk(root)].flatMap((element) =>
    values(element)
      .filter((value) => /^\w+:\/\//.test(value))
      .flatMap((value) => {
        const path = pathOf(value);
        if (!value.startsWith('https://'))
          return [fault(element, `${value} n’est pas en https : Excel la refuse.`)];
        if (path === undefined)
          return [
            fault(
              element,
              `${value} ne commence pas par ${developmentUrl}/ : la publication ne la changerait pas.`,
            ),
          ];
        if (!domains.includes(new URL(value).origin))
          return [fault(element, `${new URL(value).origin} n’est pas dans AppDomains.`)];
        if (!path.endsWith('.png') && !files.includes(path))
          return [fault(element, `${path} n’est pas produit par la construction du complément.`)];
        return [];
      }),
  );
}

/** One long-lived runtime, and everything in it: another page would be another runtime, which does not start. */
export function sharedRuntime(root) {
  const runtime = all(root, 'Runtime')[0];
  if (!runtime)
    return [
      fault(root, 'Il manque <Runtimes> : les fonctions et le volet doivent partager un environnement.'),
    ];
  const faults = [];
  if (runtime.attributes.lifetime !== 'long')
    faults.push(fault(runtime, 'Runtime doit avoir lifetime="long".'));
  const pages = all(root, 'SourceLocation').filter((one) => ['Page', 'Action'].includes(one.parent.local));
  for (const element of [...pages, ...all(root, 'FunctionFile')]) {
    if (element.attributes.resid !== runtime.attributes.resid) {
      faults.push(
        fault(
          element,
          `<${element.local}> doit désigner ${runtime.attributes.resid}, la page de l’environnement partagé.`,
        ),
      );
    }
  }
  const page = all(root, 'Url').find((one) => one.attributes.id === runtime.attributes.resid);
  const start = at(root, 'DefaultSettings', 'SourceLocation');
  if (page && start && page.attributes.DefaultValue !== start.attributes.DefaultValue) {
    faults.push(fault(start, 'DefaultSettings doit ouvrir la même page que l’environnement partagé.'));
  }
  return faults;
}
