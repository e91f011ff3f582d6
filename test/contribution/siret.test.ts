import { isValidSiret } from '../../src/contribution';

describe('SIRET', () => {
  it('has a valid SIREN and passes Luhn: Insee and SNCF head offices as the register gives them', () => {
    expect(isValidSiret('12002701600563')).toBe(true); // Insee, direction générale (Montrouge)
    expect(isValidSiret('120 027 016 00563')).toBe(true);
    expect(isValidSiret('12002701600564')).toBe(false);
    expect(isValidSiret('1200270160056')).toBe(false);
    // The whole passes Luhn (sum 30), its SIREN 120027017 does not (21).
    expect(isValidSiret('12002701700561')).toBe(false);
    expect(isValidSiret('00000000000000')).toBe(false);
  });

  it('accepts the sites of La Poste, whose digits add up to a multiple of five', () => {
    // 3+5+6 = 14, then NIC digits: 14 + 0+0+0+0+1 = 15.
    expect(isValidSiret('35600000000001')).toBe(true);
    expect(isValidSiret('35600000000002')).toBe(false);
    // The head office passes Luhn as well.
    expect(isValidSiret('35600000000048')).toBe(true);
    // No other company has the exception: 732829320 is valid, 7+3+2+8+2+9+3+2+0 = 36, + 4 = 40.
    expect(isValidSiret('73282932000004')).toBe(false);
  });
});
