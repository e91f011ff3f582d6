import type { Proposal } from '../data';
import type { Block } from '../document';
import type { Desk } from './build';

const words = {
  fr: {
    summary: 'Propositions par atelier',
    workshop: 'Atelier',
    theme: 'Thème',
    proposal: 'Proposition',
    actors: 'Acteurs',
    status: 'Statut',
    all: 'Ensemble',
    total: 'Propositions',
    unnamed: 'Sans atelier',
    free: 'Sans thème',
    open: 'non précisé',
  },
  en: {
    summary: 'Proposals by workshop',
    workshop: 'Workshop',
    theme: 'Theme',
    proposal: 'Proposal',
    actors: 'Actors',
    status: 'Status',
    all: 'All',
    total: 'Proposals',
    unnamed: 'No workshop',
    free: 'No theme',
    open: 'not stated',
  },
} as const;

/** The proposals of the form: counted, or in full for each workshop or each theme. */
export function proposalBlocks(which: 'summary' | 'workshops' | 'themes', { data, scope }: Desk): Block[] {
  const { proposals } = data.contents;
  if (proposals.length === 0) return [];
  const text = words[scope.locale];
  if (which === 'summary') return [summary(proposals, scope.locale)];
  const byTheme = which === 'themes';
  const groups = grouped(proposals, ({ theme, workshop }) =>
    byTheme ? theme || text.free : workshop || text.unnamed,
  );
  return [...groups].map(([title, some]) => ({
    kind: 'table',
    title,
    headings: [text.proposal, byTheme ? text.workshop : text.theme, text.actors, text.status],
    rows: some.map((one) => [one.text, byTheme ? one.workshop : one.theme, one.actors, one.status]),
    widths: [46, 20, 20, 14],
  }));
}

function summary(proposals: readonly Proposal[], locale: 'fr' | 'en'): Block {
  const text = words[locale];
  const statusOf = ({ status }: Proposal): string => status.toLocaleLowerCase(locale) || text.open;
  const statuses = [...grouped(proposals, statusOf).keys()];
  const line = (name: string, some: readonly Proposal[]): string[] => [
    name,
    String(some.length),
    ...statuses.map((status) => String(some.filter((one) => statusOf(one) === status).length)),
  ];
  const workshops = grouped(proposals, ({ workshop }) => workshop || text.unnamed);
  const rows = [...workshops].map(([name, some]) => line(name, some));
  return {
    kind: 'table',
    title: text.summary,
    headings: [
      text.workshop,
      text.total,
      ...statuses.map((one) => one.charAt(0).toUpperCase() + one.slice(1)),
    ],
    rows: rows.length > 1 ? [...rows, line(text.all, proposals)] : rows,
  };
}

function grouped(some: readonly Proposal[], keyOf: (one: Proposal) => string): Map<string, Proposal[]> {
  const groups = new Map<string, Proposal[]>();
  for (const one of some) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
