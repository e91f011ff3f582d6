import type { Catalogue } from '../../catalogue';
import { leafKey } from '../../formula';
import { askedOf } from '../answers';
import type { Inquiry } from '../inquiry';
import type { LandlordLeaf } from '../leaves';
import type { Figure } from './audit/audit';
import { partsOf } from './parts';

/** Every figure of every landlord that published cells rest on: the unknowns of the audit. */
export class Figures {
  readonly columns: Figure[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #known = new Map<string, readonly number[]>();

  constructor(
    readonly inquiry: Inquiry,
    readonly catalogue: Catalogue,
  ) {}

  /** The figures (by index) that a landlord's answer to a leaf adds up from at a territory. */
  of(participant: number, leaf: LandlordLeaf, territory: string): readonly number[] {
    const key = leafKey(leaf);
    const question = `${participant} ${key} ${territory}`;
    const known = this.#known.get(question);
    if (known) return known;
    const found = this.#look(participant, leaf, key, territory);
    this.#known.set(question, found);
    return found;
  }

  /** Who a landlord's figures give away: itself, or the group it belongs to. */
  unitOf(participant: number): string {
    const landlord = this.inquiry.participants[participant]?.landlord;
    return landlord?.group ?? landlord?.siren ?? '';
  }

  #look(participant: number, leaf: LandlordLeaf, key: string, territory: string): number[] {
    const { inquiry } = this;
    const one = inquiry.participants[participant];
    const asked = one && askedOf(one, inquiry.placeOf(territory), inquiry.campaign);
    if (!asked) return [];
    const parts = partsOf(leaf, { ...asked, placeOf: (code) => inquiry.placeOf(code) }, this.catalogue);
    return parts.map(({ id, amount }) => {
      const name = `${participant} ${key} ${id}`;
      const index = this.#indexes.get(name) ?? this.columns.length;
      if (index === this.columns.length) {
        this.columns.push({ unit: this.unitOf(participant), amount });
        this.#indexes.set(name, index);
      }
      return index;
    });
  }
}
