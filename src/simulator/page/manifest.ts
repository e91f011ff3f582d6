/** A button of the add-in's ribbon, as its manifest describes it. */
export interface ManifestButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  /** The function to run; undefined for the button that shows the pane. */
  readonly command: string | undefined;
}

export interface ManifestGroup {
  readonly label: string;
  readonly buttons: readonly ManifestButton[];
}

/** What Excel takes from the manifest of an add-in. */
export interface AddinManifest {
  readonly namespace: string;
  readonly tab: { readonly label: string; readonly groups: readonly ManifestGroup[] };
}

const all = (parent: ParentNode, name: string): Element[] =>
  parent instanceof Document || parent instanceof Element
    ? [...parent.getElementsByTagNameNS('*', name)]
    : [];

const child = (parent: Element, name: string): Element | undefined =>
  [...parent.children].find((one) => one.localName === name);

/** Reads the add-in's own manifest, in its default language. Throws a RangeError when a part is missing. */
export function readManifest(xml: string): AddinManifest {
  const manifest = new DOMParser().parseFromString(xml, 'text/xml');
  const resource = (place: Element | undefined): string => {
    const id = place?.getAttribute('resid') ?? '';
    const found = ['Image', 'Url', 'String']
      .flatMap((kind) => all(manifest, kind))
      .find((one) => one.getAttribute('id') === id);
    if (!found) throw new RangeError(`manifest without resource ${id}`);
    return found.getAttribute('DefaultValue') ?? '';
  };
  const [tab] = all(manifest, 'CustomTab');
  const [namespace] = all(manifest, 'Namespace');
  // The page serves the add-in beside itself, whatever address the manifest was published for.
  const pane = all(manifest, 'SourceLocation')[0]?.getAttribute('DefaultValue') ?? '';
  const base = pane.slice(0, pane.lastIndexOf('/') + 1);
  const beside = (address: string): string => (base === '' ? address : address.replace(base, '../'));
  if (!tab) throw new RangeError('manifest without tab');
  return {
    namespace: resource(namespace),
    tab: {
      label: resource(child(tab, 'Label')),
      groups: all(tab, 'Group').map((group) => ({
        label: resource(child(group, 'Label')),
        buttons: all(group, 'Control').map((control) => ({
          id: control.getAttribute('id') ?? '',
          label: resource(child(control, 'Label')),
          tip: resource(all(control, 'Description')[0]),
          icon: beside(resource(all(control, 'Image').find((one) => one.getAttribute('size') === '32'))),
          command: all(control, 'FunctionName')[0]?.textContent ?? undefined,
        })),
      })),
    },
  };
}
