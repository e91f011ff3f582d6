import { apportion } from '../../src/sample/apportion';
import { fictitiousSiren } from '../../src/sample/siren';

describe('apportion', () => {
  it('gives the remainders to the largest ones', () => {
    // Hamilton by hand: exact shares 4.9, 3.5, 1.6 of 10; whole parts 4, 3, 1; two left, to 0.9 and 0.6.
    expect(apportion(10, [49, 35, 16])).toEqual([5, 3, 2]);
  });

  it('breaks ties by order', () => {
    expect(apportion(4, [1, 1, 1])).toEqual([2, 1, 1]);
  });

  it('gives nothing to a part without weight, unless it has a floor', () => {
    expect(apportion(6, [0, 1, 2])).toEqual([0, 2, 4]);
    expect(apportion(6, [0, 1, 1], { floors: [2, 0, 0] })).toEqual([2, 2, 2]);
  });

  it('passes on what a full part cannot take', () => {
    // 8 to the first, of which it takes 3; the other 9 go 2:1.
    expect(apportion(12, [2, 2 / 3, 1 / 3], { caps: [3, 99, 99] })).toEqual([3, 6, 3]);
    expect(apportion(6, [1, 1, 1], { caps: [1, 2, 3] })).toEqual([1, 2, 3]);
  });

  it('refuses a total that the bounds make impossible', () => {
    expect(() => apportion(7, [1, 1, 1], { caps: [1, 2, 3] })).toThrow(RangeError);
    expect(() => apportion(1, [1, 1], { floors: [1, 1] })).toThrow(RangeError);
    expect(() => apportion(1, [0, 0])).toThrow(RangeError);
  });
});

describe('fictitiousSiren', () => {
  /** As the register explains it: from the right, double every second digit, add all the digits up. */
  const luhn = (digits: string): number =>
    [...digits]
      .reverse()
      .map((digit, index) => (index % 2 === 1 ? String(Number(digit) * 2) : digit))
      .join('')
      .split('')
      .reduce((all, digit) => all + Number(digit), 0) % 10;

  it('passes the check that real ones pass', () => {
    expect(luhn('732829320')).toBe(0); // the example of the register's own documentation
    expect(luhn('732829321')).not.toBe(0);
    for (let number = 0; number < 500; number += 1) {
      const siren = fictitiousSiren(number * 199);
      expect(siren).toMatch(/^999\d{6}$/);
      expect(luhn(siren)).toBe(0);
    }
  });
});
