import { field } from './fields';
import type { RplsLayout } from './layout';
import { financings, measure as m } from './measures';
import type { LineValues } from './values';

const NINE = 57;
const digit = (value: number): number => 48 + value;
/** « Sans objet » of LOYERPRINC (order of 2010, article 3). */
const NO_RENT = 9999;
/** Oldest year of completion that is one. */
const OLDEST = 1700;
/** « Diagnostic non réalisé »: January 1900. */
const NO_RATING = 1900 * 12;
/** The present scale of the ratings: July 2021. */
const NEW_SCALE = 2021 * 12 + 6;
const Q = 81;

/** Adds one dwelling to the numbers of its commune, by the definitions of the catalogue (`find.rpls`). */
export class DwellingSums {
  /** Lines on which each field held something: a column never filled answers nothing. */
  readonly filled = {
    TYPECONST: 0,
    QPV: 0,
    CONSTRUCT: 0,
    LOCAT: 0,
    ORIGINE: 0,
    SURFHAB: 0,
    SORTIEPATRIM: 0,
    MODE: 0,
    BAIL: 0,
    LOYERPRINC: 0,
    REMLOCDATE: 0,
    CONTRESLOG: 0,
    DPE_CONSO_ENER: 0,
    IDENTGES: 0,
  };
  private readonly financingPlaces = new Int32Array(100).fill(financings.length);
  private readonly manager: string;

  constructor(
    private readonly values: LineValues,
    layout: RplsLayout,
    private readonly year: number,
  ) {
    financings.forEach(([code], place) => (this.financingPlaces[code] = place));
    this.manager = layout.landlord?.number ?? '';
  }

  /** False when the line says that the dwelling left for a reason nobody knows: nothing is added then. */
  add(sums: Float64Array, row: number): boolean {
    const { values, filled } = this;
    const exit = values.code(field.SORTIEPATRIM);
    if (exit !== 0 && exit !== NINE && (exit < digit(1) || exit > digit(5))) return false;
    if (exit !== 0) filled.SORTIEPATRIM += 1;
    const gone = values.code(field.OLDLOGT);
    const lost = gone === digit(1) || gone === digit(2);
    const created = values.code(field.NEWLOGT);
    plus(sums, row + m.lines, 1);
    if (lost) plus(sums, row + m.usesLost, 1);
    if (created === digit(1) || created === digit(2)) plus(sums, row + m.usesCreated, 1);
    if (lost || (exit !== 0 && exit !== NINE)) {
      plus(sums, row + m.exits, 1);
      this.addExit(sums, row, exit);
      return true;
    }
    plus(sums, row + m.present, 1);
    const area = values.number(field.SURFHAB);
    const first = values.year(field.LOCAT);
    this.addBuilding(sums, row, area);
    this.addAge(sums, row, first, created);
    this.addRating(sums, row, area);
    this.addOccupation(sums, row, area, first);
    return true;
  }

  private addExit(sums: Float64Array, row: number, exit: number): void {
    if (exit === digit(2)) plus(sums, row + m.soldToLandlords, 1);
    else if (exit === digit(4)) plus(sums, row + m.demolished, 1);
    else if (exit === digit(1) || exit === digit(3)) {
      const buyer = this.values.number(field.QUALACQ);
      if (buyer >= 1 && buyer <= 5) plus(sums, row + m.soldToPersons, 1);
      else if (buyer < 1 || buyer > 10) plus(sums, row + m.soldToUnknown, 1);
    }
  }

  private addBuilding(sums: Float64Array, row: number, area: number): void {
    const { values, filled } = this;
    const type = values.code(field.TYPECONST);
    if (type !== 0) filled.TYPECONST += 1;
    if (type === 67) plus(sums, row + m.collective, 1);
    else if (type === 73) plus(sums, row + m.individual, 1);
    else if (type === 69) {
      plus(sums, row + m.collective, 1);
      plus(sums, row + m.students, 1);
    } else plus(sums, row + m.typeUnknown, 1);
    const zone = values.code(field.QPV);
    // A neighbourhood's own code (QP…, QN…) stands for « oui », in either column.
    const geocoded = values.startsWith(field.PLG_QP, Q) || (zone < 0 && values.startsWith(field.QPV, Q));
    if (zone !== 0 || geocoded) filled.QPV += 1;
    if (zone === digit(1) || geocoded) plus(sums, row + m.qpv, 1);
    if (area > 0) {
      filled.SURFHAB += 1;
      plus(sums, row + m.area, area);
    } else plus(sums, row + m.areaMissing, 1);
    if (values.code(field.CONV) === digit(2)) plus(sums, row + m.notConventioned, 1);
    const financing = values.number(field.FINAN);
    const place =
      financing < 0 ? financings.length + 1 : (this.financingPlaces[financing] ?? financings.length);
    plus(sums, row + m.financing + place, 1);
    if (values.point(field.IDENTGES)) {
      filled.IDENTGES += 1;
      if (this.manager !== '' && values.is(field.IDENTGES, this.manager)) plus(sums, row + m.managed, 1);
    }
  }

  private addAge(sums: Float64Array, row: number, first: number, created: number): void {
    const { values, filled, year } = this;
    const built = values.year(field.CONSTRUCT);
    if (built > 0) filled.CONSTRUCT += 1;
    if (built >= OLDEST && built <= year) {
      plus(sums, row + m.agesKnown, 1);
      plus(sums, row + m.ages, year - built);
    }
    const origin = values.code(field.ORIGINE);
    if (origin !== 0) filled.ORIGINE += 1;
    if (first > 0) filled.LOCAT += 1;
    if (first !== year) return;
    plus(sums, row + m.newAll, 1);
    const acquired = origin === digit(2) || origin === digit(3);
    if (acquired) plus(sums, row + m.newAcquired, 1);
    else if (origin === digit(1) || origin === digit(4)) plus(sums, row + m.newBuilt, 1);
    if (acquired || created === digit(1)) plus(sums, row + m.newWithoutLand, 1);
  }

  private addRating(sums: Float64Array, row: number, area: number): void {
    const { values } = this;
    const classified = values.code(field.DPEENERGIE);
    const dated = values.month(field.DPEDATE);
    if (classified < 65 || classified > 71 || dated === NO_RATING) plus(sums, row + m.dpeUnknown, 1);
    else {
      plus(sums, row + m.dpeA + classified - 65, 1);
      if (dated < 0) plus(sums, row + m.dpeUndated, 1);
      else if (dated > NO_RATING && dated < NEW_SCALE) plus(sums, row + m.dpeOld, 1);
    }
    const energy = values.number(field.DPE_CONSO_ENER);
    if (energy <= 0) return;
    this.filled.DPE_CONSO_ENER += 1;
    const emissions = values.number(field.DPE_CONSO_GES);
    if (emissions < 0 || area <= 0) return;
    plus(sums, row + m.energy, energy * area);
    plus(sums, row + m.emissions, emissions * area);
    plus(sums, row + m.energyArea, area);
  }

  private addOccupation(sums: Float64Array, row: number, area: number, first: number): void {
    const { values, filled } = this;
    const mode = values.code(field.MODE);
    if (mode === 0) return plus(sums, row + m.modeBlank, 1);
    filled.MODE += 1;
    if (mode < digit(1) || mode > digit(5)) {
      if (mode !== NINE) plus(sums, row + m.modeUnknown, 1);
      return;
    }
    plus(sums, row + m.let + mode - digit(1), 1);
    const wasInStock = first > 0 && first < this.year;
    if (mode === digit(1) || mode === digit(2)) {
      if (wasInStock) plus(sums, row + m.inStockOneYear, 1);
      else if (first <= 0) plus(sums, row + m.firstLetUnknown, 1);
    }
    if (mode === digit(2)) this.addVacancy(sums, row);
    if (mode !== digit(1)) return;
    const lease = values.year(field.BAIL);
    if (lease > 0) {
      filled.BAIL += 1;
      if (wasInStock && lease >= this.year) plus(sums, row + m.movedIn, 1);
      if (lease === this.year) this.addLease(sums, row, wasInStock);
    }
    this.addRent(sums, row, area);
  }

  private addVacancy(sums: Float64Array, row: number): void {
    const offered = this.values.month(field.REMLOCDATE);
    if (offered < 0) return plus(sums, row + m.vacantUndated, 1);
    this.filled.REMLOCDATE += 1;
    // Months are all that is given: offered in September or before, more than three months on 1 January.
    if ((this.year + 1) * 12 - offered > 3) plus(sums, row + m.vacantOver3Months, 1);
  }

  private addLease(sums: Float64Array, row: number, wasInStock: boolean): void {
    plus(sums, row + m.leases, 1);
    if (wasInStock) plus(sums, row + m.relet, 1);
    const quota = this.values.code(field.CONTRESLOG);
    if (quota !== 0) this.filled.CONTRESLOG += 1;
    if (quota === digit(3)) plus(sums, row + m.leasesOfEmployers, 1);
  }

  private addRent(sums: Float64Array, row: number, area: number): void {
    const rent = this.values.number(field.LOYERPRINC);
    if (rent <= 0 || rent >= NO_RENT || area <= 0) return plus(sums, row + m.rentUnknown, 1);
    this.filled.LOYERPRINC += 1;
    plus(sums, row + m.rents, rent);
    plus(sums, row + m.rentedArea, area);
    const rooms = this.values.number(field.NBPIECE);
    const typology = rooms >= 1 ? Math.min(6, Math.floor(rooms)) - 1 : 6;
    plus(sums, row + m.cellRents + typology, rent);
    plus(sums, row + m.cellArea + typology, area);
  }
}

function plus(sums: Float64Array, at: number, amount: number): void {
  sums[at] = (sums[at] as number) + amount;
}
