/** Where a piece of a formula stands in its text: characters `start` (included) to `end` (excluded). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The row tables of a contribution, by the name formulas give them. */
export type RowTable = 'loyers' | 'travaux';

export type BinaryOperator = '+' | '-' | '*' | '/';

/** A leaf: something whose value comes from outside the formula. */
export type Leaf =
  /** A data point of the catalogue: `nb_lls`. */
  | { readonly kind: 'data'; readonly code: string; readonly span: Span }
  /** A dated coefficient: `coef.emplois_par_meur_neuf`. */
  | { readonly kind: 'coefficient'; readonly code: string; readonly span: Span }
  /** A reference figure given with the campaign: `ref.rp_territoire`. */
  | { readonly kind: 'reference'; readonly code: string; readonly span: Span }
  /** A sum over the rows of a table: `sum(loyers: loyer_marche * surface_louee)`. */
  | { readonly kind: 'rows'; readonly table: RowTable; readonly body: Expression; readonly span: Span }
  /** A count of different members of a set-valued data point: `distinct(fournisseurs)`. */
  | { readonly kind: 'distinct'; readonly list: string; readonly span: Span };

/** A formula, parsed. */
export type Expression =
  | Leaf
  /** A literal; its unit, where it converts, is written behind it in brackets: `1e6[€/M€]`, `12[mois/an]`. */
  | { readonly kind: 'number'; readonly value: number; readonly unit?: string; readonly span: Span }
  /** Another indicator, by its code: `PAC-03`. */
  | { readonly kind: 'indicator'; readonly code: string; readonly span: Span }
  /** A column of the row table; only inside `sum(…)`. */
  | { readonly kind: 'column'; readonly name: string; readonly span: Span }
  | { readonly kind: 'negate'; readonly operand: Expression; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    };
