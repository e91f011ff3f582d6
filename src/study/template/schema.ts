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
    columns: z.enum(['territory', 'territories', 'years']),
  }),
  /** Bars: one indicator across the territories, or several of one unit at the territory. */
  z.strictObject({ chart: bilingual, indicator: z.string() }),
  z.strictObject({ chart: bilingual, indicators: z.array(z.string()).min(2) }),
  z.strictObject({ contents: z.enum(['quotes', 'examples']) }),
  z.strictObject({
    annex: z.enum(['perimeter', 'withheld', 'definitions', 'coefficients', 'rules', 'glossary']),
  }),
]);

const chapter = z.strictObject({
  title: bilingual,
  /** Once for each territory inside the study's, with its name after the title. */
  each: z.literal('territory').optional(),
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
