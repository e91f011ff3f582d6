import { fault, pathOf, values } from './fault.mjs';
import { isLater } from './version.mjs';
import { all, at } from './xml.mjs';

/** Tabs, groups and buttons have ids of their own, and every button does something the pane offers. */
export function commands(root, { actions }) {
  const faults = [];
  const named = all(root, 'FunctionName').map((element) => element.text.trim());
  for (const action of actions.filter((one) => !named.includes(one))) {
    faults.push(fault(root, `L’action « ${action} » du volet n’a pas de bouton dans le ruban.`));
  }
  const seen = new Set();
  for (const element of [...all(root, 'CustomTab'), ...all(root, 'Group'), ...all(root, 'Control')]) {
    const { id = '' } = element.attributes;
    if (id.length < 1 || id.length > 125)
      faults.push(fault(element, `<${element.local}> doit avoir un id de 1 à 125 caractères.`));
    if (seen.has(id)) faults.push(fault(element, `L’id « ${id} » est pris deux fois.`));
    seen.add(id);
  }
  for (const element of all(root, 'FunctionName')) {
    const name = element.text.trim();
    if (!actions.includes(name))
      faults.push(fault(element, `Le volet n’a pas d’action « ${name} » : ${actions.join(', ')}.`));
  }
  return faults;
}

/** The functions declared in each language, those registered and the names Excel takes are the same. */
export function functions(root, { metadata, registered }) {
  const faults = [];
  const names = all(root, 'Namespace').map((one) => one.attributes.resid);
  for (const element of all(root, 'String').filter((one) => names.includes(one.attributes.id))) {
    for (const value of [element, ...element.children].flatMap(values)) {
      if (value !== 'IMPACT')
        faults.push(fault(element, `L’espace de noms est IMPACT dans toutes les langues, pas « ${value} ».`));
    }
  }
  const urls = all(root, 'Url').flatMap((one) => [one, ...one.children]);
  for (const element of urls) {
    for (const file of values(element).map(pathOf)) {
      if (!/^functions-\w+\.json$/.test(file ?? '')) continue;
      const declared = metadata[file];
      if (!declared) {
        faults.push(fault(element, `${file} n’est pas une description de fonctions que nous écrivons.`));
        continue;
      }
      for (const id of declared) {
        if (!/^[A-Z][A-Z0-9_.]{2,}$/.test(id))
          faults.push(fault(element, `« ${id} » n’est pas un nom de fonction qu’Excel accepte.`));
        if (!registered.includes(id))
          faults.push(fault(element, `${id} est décrite dans ${file} mais n’est pas enregistrée.`));
      }
      for (const id of registered) {
        if (!declared.includes(id))
          faults.push(fault(element, `${id} est enregistrée mais manque dans ${file}.`));
      }
    }
  }
  return faults;
}

/** office.js as npm has it stops here: a later member could not be tested. */
const latestTested = { ExcelApi: '1.15' };

/** The requirement sets declared cover every member the code uses without asking first. */
export function requirements(root, { members }) {
  const sets = at(root, 'Requirements', 'Sets');
  const declared = Object.fromEntries(
    (sets?.children ?? []).map(({ attributes }) => [
      attributes.Name,
      attributes.MinVersion ?? sets.attributes.DefaultMinVersion,
    ]),
  );
  const place = sets ?? root;
  const faults = members.flatMap(({ set, version, member, file, line, guarded }) => {
    const where = `${member} (${file}:${line})`;
    if (latestTested[set] && isLater(version, latestTested[set]))
      return [
        fault(place, `${where} demande ${set} ${version} : nos tests s’arrêtent à ${latestTested[set]}.`),
      ];
    if (guarded) return [];
    if (!(set in declared))
      return [fault(place, `${where} demande ${set} ${version}, qui n’est pas dans Requirements.`)];
    return isLater(version, declared[set])
      ? [fault(place, `${where} demande ${set} ${version} ; Requirements n’exige que ${declared[set]}.`)]
      : [];
  });
  if (!('SharedRuntime' in declared)) faults.push(fault(place, 'Requirements doit exiger SharedRuntime.'));
  if (!('CustomFunctionsRuntime' in declared))
    faults.push(fault(place, 'Requirements doit exiger CustomFunctionsRuntime.'));
  return faults;
}
