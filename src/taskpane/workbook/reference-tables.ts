/** The tables of zones and of figures of territories, as the workbook holds them. */
export const referenceTables = { zonings: 'IMPACT_ZONAGES', references: 'IMPACT_REFERENCES' } as const;
