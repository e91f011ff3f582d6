import { readPerimeter, readReferences } from '../../src/consolidation';
import { parseCsv } from '../../src/consolidation/csv';

const codes = (remarks: readonly { level: string; code: string }[]) =>
  remarks.map((one) => `${one.level} ${one.code}`);

describe('CSV', () => {
  const cells = (text: string) => parseCsv(text).map((one) => one.cells);

  test('quotes hold separators, line ends and doubled quotes', () => {
    expect(cells('a;"b;c";"d ""e"""\r\n"f\ng";h')).toEqual([
      ['a', 'b;c', 'd "e"'],
      ['f\ng', 'h'],
    ]);
  });

  test('lines keep their number through CRLF, blank lines and line ends in quotes', () => {
    expect(parseCsv('\uFEFFa\r\n\r\n"b\r\nc"\r\n;;\r\nd').map((one) => one.line)).toEqual([1, 3, 6]);
  });

  test('a quote inside a cell or never closed is a character: one slip does not swallow the file', () => {
    expect(cells('L"Habitat;1\nb;2')).toEqual([
      ['L"Habitat', '1'],
      ['b', '2'],
    ]);
    expect(cells('"Habitat;1\nb;2')).toEqual([
      ['"Habitat', '1'],
      ['b', '2'],
    ]);
  });

  test('an empty last cell is one, an empty file is none', () => {
    expect(cells('a;\nb;')).toEqual([
      ['a', ''],
      ['b', ''],
    ]);
    expect(cells('')).toEqual([]);
  });
});

describe('the perimeter file', () => {
  const heading = 'siren;raison_sociale;famille;groupe;territoire;logements';

  test('one line per landlord and territory', () => {
    const text = `\uFEFF${heading}\r\n111111118;"Alpha; Habitat";OPH;;REG:28;1 234\r\n222222226;Bêta;esh;333 333 334;dep:14;500\r\n`;
    expect(readPerimeter(text, 'p.csv')).toEqual({
      lines: [
        { siren: '111111118', name: 'Alpha; Habitat', family: 'OPH', territory: 'REG:28', dwellings: 1234 },
        {
          siren: '222222226',
          name: 'Bêta',
          family: 'ESH',
          group: '333333334',
          territory: 'DEP:14',
          dwellings: 500,
        },
      ],
      remarks: [],
    });
  });

  test('headings in another order, case or spelling', () => {
    const { lines } = readPerimeter(
      'Logements;TERRITOIRE;Raison sociale;SIREN\n10;REG:28;Alpha;111 111 118',
      'p.csv',
    );
    expect(lines).toEqual([{ siren: '111111118', name: 'Alpha', territory: 'REG:28', dwellings: 10 }]);
  });

  test('a family is understood as in the landlord’s own workbook', () => {
    const { lines, remarks } = readPerimeter(
      'siren;famille;territoire;logements\n111111118;Coop.;REG:28;10\n222222226;constructor;REG:28;5',
      'p.csv',
    );
    expect(lines.map(({ family }) => family)).toEqual(['COOP', undefined]);
    expect(remarks.map(({ code }) => code)).toEqual(['unknown_family']);
  });

  test('a bad line is said with its number, the rest goes on', () => {
    const rows = [
      '12345;Court;;;REG:28;10',
      '111111118;Sans logements;;;REG:28;',
      '111111118;Mot;;;REG:28;beaucoup',
      '111111118;Négatif;;;REG:28;-5',
      '111111118;Nulle part;;;REG:99;10',
      '222222226;Bon;;;REG:28;10',
    ];
    const { lines, remarks } = readPerimeter([heading, ...rows].join('\n'), 'p.csv');
    expect(lines.map((one) => one.name)).toEqual(['Bon']);
    expect(codes(remarks)).toEqual([
      'blocking invalid_siren',
      'blocking invalid_dwellings',
      'blocking invalid_dwellings',
      'blocking invalid_dwellings',
      'blocking unknown_territory',
    ]);
    expect(remarks.map((one) => /^Ligne (\d+) :/.exec(one.message)?.[1])).toEqual(['2', '3', '4', '5', '6']);
    expect(remarks.every((one) => one.source.file === 'p.csv')).toBe(true);
  });

  test('a decimal point in a number of dwellings is refused: 1.234 would more likely be a thousand', () => {
    expect(codes(readPerimeter(`${heading}\n111111118;A;;;REG:28;1.234`, 'p.csv').remarks)).toEqual([
      'blocking invalid_dwellings',
    ]);
  });

  test('what is doubtful is kept and said', () => {
    // 111111118 would be right; a spreadsheet dropped the zeros of 005780010; 14002 is part of 14150 since 2017.
    const { lines, remarks } = readPerimeter(
      `${heading}\n111111111;Clé fausse;MUTUELLE;12;REG:28;3\n5780010;Bêta;;;COM:14002;4`,
      'p.csv',
    );
    expect(lines).toEqual([
      { siren: '111111111', name: 'Clé fausse', territory: 'REG:28', dwellings: 3 },
      { siren: '005780010', name: 'Bêta', territory: 'COM:14150', dwellings: 4 },
    ]);
    expect(codes(remarks)).toEqual([
      'warning doubtful_siren',
      'warning unknown_family',
      'warning invalid_group',
      'warning former_commune',
    ]);
  });

  test('the same landlord and territory twice counts once', () => {
    const { lines, remarks } = readPerimeter(
      `${heading}\n111111118;A;;;REG:28;10\n111111118;A;;;REG:28;10\n111111118;A;;;REG:28;12\n111111118;A;;;DEP:14;4`,
      'p.csv',
    );
    expect(lines.map((one) => one.dwellings)).toEqual([10, 4]);
    expect(codes(remarks)).toEqual(['warning duplicate_line', 'blocking duplicate_line']);
  });

  test('a file that is not one says what its first line must be', () => {
    expect(codes(readPerimeter('', 'p.csv').remarks)).toEqual(['blocking empty_file']);
    const commas = readPerimeter('siren,territoire,logements\n111111118,REG:28,10', 'p.csv');
    expect(commas.lines).toEqual([]);
    expect(commas.remarks[0]?.message).toContain('siren;territoire;logements;raison_sociale;famille;groupe');
  });

  test('letters lost by a wrong encoding are said', () => {
    const { remarks } = readPerimeter(`${heading}\n111111118;B\uFFFDta;;;REG:28;10`, 'p.csv');
    expect(codes(remarks)).toEqual(['warning wrong_encoding']);
  });
});

describe('the reference file', () => {
  const read = (...rows: string[]) =>
    readReferences(['code;annee;territoire;valeur;source', ...rows].join('\r\n'), 'r.csv');

  test('numbers French style or with a point, percentages as fractions, the campaign’s territory when blank', () => {
    const { figures, remarks } = read(
      'ref.rp_territoire;2019;REG:28;1 475 321;Insee',
      'ref.bm_part_rp;2019;;0,21;',
      'bm_vacance;2019;FR;0.035;',
      'ref.bm_mobilite;2018;FR;9,5 %;',
    );
    expect(figures.map((one) => [one.code, one.year, one.territory, one.value])).toEqual([
      ['rp_territoire', 2019, 'REG:28', 1475321],
      ['bm_part_rp', 2019, '', 0.21],
      ['bm_vacance', 2019, 'FR', 0.035],
      ['bm_mobilite', 2018, 'FR', 0.095],
    ]);
    expect(figures[0]?.source).toBe('Insee');
    expect(remarks).toEqual([]);
  });

  test('a bad line is said with its number, the rest goes on', () => {
    const { figures, remarks } = read(
      ';2019;FR;1;',
      'ref.a;dix-neuf;FR;1;',
      'ref.a;2019;Caen;1;',
      'ref.a;2019;FR;ND;',
      'ref.a;2019;FR;1;',
    );
    expect(figures).toHaveLength(1);
    expect(codes(remarks)).toEqual([
      'blocking missing_code',
      'blocking invalid_year',
      'blocking unknown_territory',
      'blocking invalid_value',
    ]);
    expect(remarks[2]?.message).toContain('COM:14118');
  });

  test('two values for one reference: neither is taken', () => {
    const { figures, remarks } = read(
      'ref.a;2019;FR;1;',
      'ref.a;2019;FR;2;',
      'ref.b;2019;FR;1;',
      'ref.b;2019;FR;1;',
    );
    expect(figures.map((one) => one.code)).toEqual(['b']);
    expect(codes(remarks)).toEqual(['blocking contradictory_reference', 'warning duplicate_line']);
  });
});
