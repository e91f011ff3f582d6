import { isIn, locate, placeName, type Location } from './locate';
import type { LocatedSupplier, PurchaseShares, SupplierFlow, SupplierPlace } from './model';
import type { ListedSupplier, SupplierList } from './supplier-list';

const plainName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toUpperCase();

const plainCode = (text: string): string => text.replace(/\s+/gu, '').toUpperCase();
const withoutZeros = (code: string): string => (/^0+\d+$/.test(code) ? code.replace(/^0+/, '') : code);

/** One supplier, as all the lines of the list that bear its code agree. */
interface Candidate {
  readonly siren: string;
  readonly location: Location | undefined;
}

/** Finds the listed supplier of an auxiliary account: by code, else by name where a single supplier bears it. */
class SupplierIndex {
  private readonly byCode = new Map<string, ListedSupplier[]>();
  private readonly byLooseCode = new Map<string, ListedSupplier[]>();
  private readonly byName = new Map<string, ListedSupplier[]>();

  constructor(suppliers: readonly ListedSupplier[]) {
    for (const one of suppliers) {
      const code = plainCode(one.code);
      if (code !== '') {
        put(this.byCode, code, one);
        put(this.byLooseCode, withoutZeros(code), one);
      }
      const name = plainName(one.name);
      if (name !== '') put(this.byName, name, one);
    }
  }

  find(
    flow: SupplierFlow,
  ): { readonly lines: readonly ListedSupplier[]; readonly by: 'code' | 'name' } | undefined {
    const code = plainCode(flow.code);
    const lines =
      this.byCode.get(code) ??
      this.byLooseCode.get(withoutZeros(code)) ??
      this.byName.get(plainName(flow.code));
    if (lines) return { lines, by: 'code' };
    const named = this.byName.get(plainName(flow.name));
    return named ? { lines: named, by: 'name' } : undefined;
  }
}

function put(index: Map<string, ListedSupplier[]>, key: string, supplier: ListedSupplier): void {
  const some = index.get(key);
  if (some) some.push(supplier);
  else index.set(key, [supplier]);
}

/** Several lines for one supplier: what they agree on; nothing is chosen between two SIRENs. */
function agreed(lines: readonly ListedSupplier[]): Candidate | undefined {
  const sirens = new Set(lines.map((one) => one.siren).filter((one) => one !== ''));
  if (sirens.size > 1) return undefined;
  const located = lines.map(locate).filter((one) => one !== undefined);
  const [first] = located;
  const communes = new Set(located.flatMap((one) => (one.kind === 'communes' ? one.communes : [])));
  const allCommunes = located.every((one) => one.kind === 'communes');
  const location =
    allCommunes && communes.size > 0 ? { kind: 'communes' as const, communes: [...communes] } : first;
  const agrees = allCommunes || located.every((one) => JSON.stringify(one) === JSON.stringify(first));
  return { siren: [...sirens][0] ?? '', location: agrees ? location : undefined };
}

/**
 * Matches what each supplier invoiced to the landlord's list, and says where the money went for each territory.
 * Every supplier has one place and one only, so that the shares add up to the total. Largest first.
 */
export function matchSuppliers(
  flows: readonly SupplierFlow[],
  list: SupplierList,
  territories: readonly string[],
): { readonly suppliers: readonly LocatedSupplier[]; readonly shares: readonly PurchaseShares[] } {
  const index = new SupplierIndex(list.suppliers);
  const active = flows.filter((one) => one.invoiced !== 0 || one.creditNotes !== 0);
  const matched = active.map((flow) => {
    const found = index.find(flow);
    const candidate = found && agreed(found.lines);
    const cents = flow.invoiced - flow.creditNotes;
    const status = territories.map((territory): SupplierPlace => placeOf(candidate, territory));
    const supplier: LocatedSupplier = {
      code: flow.code,
      name: flow.name,
      amount: cents / 100,
      siren: candidate?.siren ?? '',
      place: candidate?.location ? placeName(candidate.location) : '',
      matchedBy: candidate ? (found?.by ?? 'none') : 'none',
      status,
    };
    return { supplier, cents };
  });
  matched.sort(
    (one, other) => other.cents - one.cents || one.supplier.code.localeCompare(other.supplier.code),
  );
  const shares = territories.map((territory, at): PurchaseShares => {
    const sum = (place?: SupplierPlace): number =>
      matched.reduce((all, one) => all + (!place || one.supplier.status[at] === place ? one.cents : 0), 0) /
      100;
    return {
      territory,
      total: sum(),
      local: sum('local'),
      elsewhere: sum('elsewhere'),
      uncertain: sum('uncertain'),
      unlocated: sum('unlocated'),
      unmatched: sum('unmatched'),
    };
  });
  return { suppliers: matched.map((one) => one.supplier), shares };
}

function placeOf(candidate: Candidate | undefined, territory: string): SupplierPlace {
  if (!candidate) return 'unmatched';
  if (!candidate.location) return 'unlocated';
  const inside = isIn(candidate.location, territory);
  return inside === undefined ? 'uncertain' : inside ? 'local' : 'elsewhere';
}
