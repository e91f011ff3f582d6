import type { Contribution, Remark } from '../contribution';
import { isInside, levelOf, type Zonings } from '../territory';
import type { Inquiry } from './inquiry';
import { remarkOnFile } from './remarks';

/** A contribution whose zones are written as their tables write them. */
export function withTidyZones(contribution: Contribution, zonings: Zonings): Contribution {
  if (zonings.all.length === 0) return contribution;
  const tidy = <Item extends { readonly territory: string }>(items: readonly Item[]): readonly Item[] =>
    items.some((one) => levelOf(one.territory) === 'ZONE')
      ? items.map((one) => ({ ...one, territory: zonings.tidy(one.territory) }))
      : items;
  const { facts, rows, members } = contribution;
  return { ...contribution, facts: tidy(facts), rows: tidy(rows), members: tidy(members) };
}

const shown = (items: readonly string[]): string =>
  `${items.slice(0, 5).join(', ')}${items.length > 5 ? ' …' : ''}`;

/** What a consolidation by zone leaves out, and would otherwise pass unseen. */
export function zoningRemarks(by: readonly string[], zonings: Zonings, inquiry: Inquiry): Remark[] {
  const campaign = inquiry.campaign.code;
  const say = (code: string, message: string) => remarkOnFile('warning', code, message, '');
  const asked = by.flatMap((one) => zonings.named(one) ?? []);
  if (asked.length === 0) return [];
  const named = inquiry.territories().filter((one) => levelOf(one) === 'COM');
  const communes = named.filter((one) => one === campaign || isInside(one, campaign));
  const remarks = asked.flatMap(({ name, zoneOf }) => {
    const without = communes.filter((one) => !zoneOf.has(one));
    // The table of one programme names its members: that the others have no zone is no news.
    const isMembership = new Set(zoneOf.values()).size === 1;
    if (without.length === 0 || isMembership) return [];
    const message = `Zonage ${name} : ${without.length} commune(s) nommées par les bailleurs n’y ont pas de zone (${shown(without)}) ; leurs chiffres n’entrent dans aucune zone.`;
    return [say('commune_without_zone', message)];
  });
  const counted = inquiry.participants.filter((one) => one.data && one.landlord.inPerimeter);
  const wide = counted.filter(
    (one) => !one.data?.territories.some((code) => communes.includes(code) || levelOf(code) === 'ZONE'),
  );
  if (wide.length === 0) return remarks;
  const names = shown(wide.map((one) => one.landlord.name));
  const message = `${wide.length} bailleur(s) sans aucun chiffre à la commune (${names}) : ils ne répondent dans aucune zone. Demandez-leur leurs chiffres par commune.`;
  return [...remarks, say('no_commune_figures', message)];
}
