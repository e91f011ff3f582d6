import type { Catalogue } from '../../catalogue';
import { leafKey } from '../../formula';
import { askedOf } from '../answers';
import type { Inquiry } from '../inquiry';
import type { LandlordLeaf } from '../leaves';
import type { Figure } from './audit/audit';
import { partsOf } from './parts';

/** The unknowns of the audit: a figure of a landlord is one, in however many editions it stands unchanged. */
export class Unknowns {
  readonly columns: Figure[] = [];
  readonly #indexes = new Map<string, number>();

  /** The index of a figure; one of another amount is another figure. */
  indexOf(name: string, figure: Figure): number {
    const key = `${name} ${figure.amount}`;
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.columns.length);
    return this.columns.push(figure) - 1;
  }
}

/** Every figure of every landlord that the cells of an edition rest on. */
export class Figures {
  readonly #known = new Map<string, readonly number[]>();

  constructor(
    readonly inquiry: Inquiry,
    readonly catalogue: Catalogue,
    readonly unknowns: Unknowns,
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
    const { siren } = one.landlord;
    const unit = this.unitOf(participant);
    return parts.map(({ id, amount }) => this.unknowns.indexOf(`${siren} ${key} ${id}`, { unit, amount }));
  }
}
