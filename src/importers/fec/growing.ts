/** Numbers in a row that grows: the lines of a file of millions without an object each. */
export class GrowingIntegers {
  private values = new Int32Array(4096);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) this.values = enlarged(this.values, Int32Array);
    this.values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.values[index] ?? 0;
  }
}

/** As `GrowingIntegers`, for amounts in cents. */
export class GrowingAmounts {
  private values = new Float64Array(4096);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) this.values = enlarged(this.values, Float64Array);
    this.values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.values[index] ?? 0;
  }

  add(index: number, value: number): void {
    this.values[index] = (this.values[index] ?? 0) + value;
  }
}

function enlarged<Values extends Int32Array | Float64Array>(
  values: Values,
  make: new (length: number) => Values,
): Values {
  const larger = new make(values.length * 2);
  larger.set(values as never);
  return larger;
}

/** Gives each text a number, in the order met. */
export class Numbering {
  private readonly numbers = new Map<string, number>();
  readonly texts: string[] = [];

  of(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.length;
    this.numbers.set(text, number);
    this.texts.push(text);
    return number;
  }
}
