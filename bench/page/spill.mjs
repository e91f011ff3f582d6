const PLACES = ['14', '27', '50', '61', '76', '28', '60', '80', '02', '62', '59'].map((one) => `DEP:${one}`);
const ROWS_PER_PLACE = 173;

/** A landlord's table of some 1,700 rows; codes that the catalogue has, in turn. */
export function table(codes) {
  const rows = PLACES.flatMap((place, at) =>
    Array.from({ length: ROWS_PER_PLACE }, (_, row) => [
      codes[row % codes.length],
      2024,
      place,
      100 + row + at,
    ]),
  );
  return [['code', 'annee', 'territoire', 'valeur'], ...rows];
}

/**
 * Runs in the frame of the add-in: writes the table and, beside it, formulas; resolves with the milliseconds until
 * every value is in its cell, and with how many cells hold one.
 */
export async function calculated({ name, data, formulas }) {
  const { host } = window.top.excelSimule.current;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(name);
    sheet.getRange('A1').getResizedRange(data.length - 1, 3).values = data;
    await context.sync();
  });
  await host.settled();
  const start = performance.now();
  await Excel.run(async (context) => {
    const target = context.workbook.worksheets.getItem(name).getRange('H1');
    target.getResizedRange(formulas.length - 1, formulas[0].length - 1).formulas = formulas;
    await context.sync();
  });
  await host.settled();
  const milliseconds = performance.now() - start;
  const filled = await Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(name).getRange('H1:T5000').getUsedRange();
    used.load('values');
    await context.sync();
    return used.values.flat().filter((one) => one !== '' && !String(one).startsWith('#')).length;
  });
  return { milliseconds, filled };
}

/** 10,000 formulas, a thousand a column, each of another row of the table. */
export const sums = (rows) =>
  Array.from({ length: 1000 }, (_, row) =>
    Array.from({ length: 10 }, (_c, column) => {
      const own = 2 + ((row * 10 + column) % (rows - 1));
      const area = (letter) => `$${letter}$2:$${letter}$${rows}`;
      return `=SUMIFS(${area('D')},${area('A')},A${own},${area('B')},B${own},${area('C')},C${own})`;
    }),
  );

/** One formula whose seven columns and some 1,400 rows come to as many values. */
export const spill = (rows) => [
  [`=IMPACT.INDICATEURS(A1:D${rows},2024,{${PLACES.map((one) => `"${one}"`).join(';')}})`],
];
