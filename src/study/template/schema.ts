import { z } from 'zod';

const bilingual = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });

const block = z.union([
  /** Large numbers with their label, and a benchmark where the catalogue has one. */
  z.strictObject({ figures: z.array(z.string()).min(1) }),
  /** Sentences with numbers put in, one paragraph (see parseSentence). */
  z.strictObject({ text: z.array(bilingual).min(1) }),
  /** Indicators in rows; in columns the territory alone with a benchmark, or the territories side by side. */
  z.strictObject({
    table: bilingual,
    indicators: z.array(z.string()).min(1),
    columns: z.enum(['territory', 'territories', 'zones', 'years']),
  }),
  /** Bars of one indicator across the territories or the zones, a line over the years; or bars of several of one unit. */
  z.strictObject({
    chart: bilingual,
    indicator: z.string(),
    across: z.enum(['territories', 'zones', 'years']).optional(),
  }),
  z.strictObject({ chart: bilingual, indicators: z.array(z.string()).min(2) }),
  /** One indicator across the territories, on their outlines. */
  z.strictObject({ map: bilingual, indicator: z.string() }),
  /** From the form: targets beside what was reached; a chart for each; who does what. */
  z.strictObject({ targets: z.enum(['table', 'charts', 'actions']) }),
  /** From the form: counts by workshop and status; the proposals of each workshop, of each theme. */
  z.strictObject({ proposals: z.enum(['summary', 'workshops', 'themes']) }),
  /** From the form: the yearly review, and where it counts what landlords count too. */
  z.strictObject({ review: z.enum(['figures', 'tables', 'charts', 'overlaps']) }),
  /** How figures of a chapter were obtained, with the data they rest on. */
  z.strictObject({ sources: z.array(z.string()).min(1) }),
  z.strictObject({ contents: z.enum(['quotes', 'examples']) }),
  z.strictObject({
    annex: z.enum(['perimeter', 'withheld', 'definitions', 'coefficients', 'rules', 'glossary']),
  }),
]);

const chapter = z.strictObject({
  title: bilingual,
  /** Once for each territory, or each zone, inside the study's, with its name after the title. */
  each: z.enum(['territory', 'zone']).optional(),
  blocks: z.array(block).min(1),
});

export const templateSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z-]*$/),
  label: bilingual,
  /** A campaign of many landlords, or a landlord alone. */
  input: z.enum(['campaign', 'landlord']),
  title: bilingual,
  subtitle: bilingual,
  chapters: z.array(chapter).min(1),
  /** Words of the glossary and their meaning. */
  glossary: z.array(z.strictObject({ word: bilingual, meaning: bilingual })).optional(),
});

export type RawTemplate = z.infer<typeof templateSchema>;
export type RawBlock = z.infer<typeof block>;
