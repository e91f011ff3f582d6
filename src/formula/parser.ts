import { FormulaError } from './error';
import type { BinaryOperator, Expression, RowTable, Span } from './syntax';
import { tokenize, type Relation, type Sign, type Token } from './tokens';
import { parseUnit } from './units/unit';

const DEEPEST_NESTING = 100;
/** Every reading of a formula walks down its tree: a chain of operations is as deep as it is long. */
const MOST_OPERATIONS = 1_000;
const ROW_TABLES: readonly RowTable[] = ['loyers', 'travaux'];
const FUNCTIONS = 'sum(loyers: …), sum(travaux: …) et distinct(liste)';

/** Reads tokens one after another; the grammar is in the methods, from the loosest binding to the tightest. */
class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;
  private operations = 0;
  private table: RowTable | undefined;

  constructor(private readonly text: string) {
    this.tokens = tokenize(text);
  }

  formula(): Expression {
    const expression = this.expression();
    this.expectEnd();
    return expression;
  }

  comparison(): { left: Expression; relation: Relation; right: Expression } {
    const left = this.expression();
    const token = this.token;
    if (token.kind !== 'relation') {
      if (token.kind !== 'end') this.expectEnd();
      return this.fail('Il manque une comparaison : =, <=, >=, <, > ou ~ (à peu près égal).', token.span);
    }
    this.at += 1;
    const right = this.expression();
    this.expectEnd();
    return { left, relation: token.relation, right };
  }

  private expression(): Expression {
    return this.chain(['+', '-'], () => this.chain(['*', '/'], () => this.signed()));
  }

  private chain(operators: readonly BinaryOperator[], next: () => Expression): Expression {
    let left = next();
    for (;;) {
      const token = this.token;
      const operator = operators.find((one) => isSign(token, one));
      if (!operator) return left;
      this.operations += 1;
      if (this.operations > MOST_OPERATIONS)
        this.fail('Trop d’opérations : découpez la formule en plusieurs indicateurs.', token.span);
      this.at += 1;
      const right = next();
      left = { kind: 'binary', operator, left, right, span: joined(left.span, right.span) };
    }
  }

  private signed(): Expression {
    const token = this.token;
    if (!isSign(token, '-')) return this.value();
    this.at += 1;
    const operand = this.nested(token.span, () => this.signed());
    return { kind: 'negate', operand, span: joined(token.span, operand.span) };
  }

  private value(): Expression {
    const token = this.token;
    const { span } = token;
    this.at += 1;
    switch (token.kind) {
      case 'number':
        return this.literal(token.value, span);
      case 'name':
        return isSign(this.token, '(') ? this.call(token.text, span) : this.named(token.text, span);
      case 'coefficient':
      case 'reference':
      case 'indicator':
        if (this.table) return this.failOutsideRows(token);
        return { kind: token.kind, code: token.code, span };
      case 'sign':
        if (token.sign === '(') return this.parenthesis(span);
        return this.failWithoutValue(token);
      case 'unit':
        return this.fail(
          `Une unité entre crochets suit un nombre, par exemple 12${token.text} ; ici il n’y en a pas devant.`,
          span,
        );
      case 'relation':
      case 'end':
        return this.failWithoutValue(token);
    }
  }

  private literal(value: number, span: Span): Expression {
    const token = this.token;
    if (token.kind !== 'unit') return { kind: 'number', value, span };
    this.at += 1;
    try {
      parseUnit(token.unit);
    } catch (error) {
      if (error instanceof FormulaError) return this.fail(error.message, token.span);
      throw error;
    }
    return { kind: 'number', value, unit: token.unit, span: joined(span, token.span) };
  }

  private named(name: string, span: Span): Expression {
    return this.table ? { kind: 'column', name, span } : { kind: 'data', code: name, span };
  }

  private parenthesis(opening: Span): Expression {
    const inside = this.nested(opening, () => this.expression());
    const closing = this.close(opening);
    return { ...inside, span: joined(opening, closing) };
  }

  private call(name: string, span: Span): Expression {
    const opening = this.token.span;
    this.at += 1;
    if (name !== 'sum' && name !== 'distinct')
      return this.fail(`Je ne connais pas la fonction « ${name} » : il y a ${FUNCTIONS}.`, span);
    if (this.table)
      return this.fail(`« ${name} » ne peut pas se trouver à l’intérieur d’une somme de lignes.`, span);
    const subject = this.token;
    this.at += 1;
    if (name === 'distinct') {
      if (subject.kind !== 'name')
        return this.fail(
          'distinct(…) attend le nom d’une liste, par exemple distinct(fournisseurs).',
          subject.span,
        );
      return { kind: 'distinct', list: subject.text, span: joined(span, this.close(opening)) };
    }
    const table = ROW_TABLES.find((one) => one === subject.text);
    if (!table)
      return this.fail('sum(…) commence par la table : sum(loyers: …) ou sum(travaux: …).', subject.span);
    if (!isSign(this.token, ':'))
      return this.fail(
        `Il manque « : » après « ${table} » : sum(${table}: calcul de chaque ligne).`,
        this.token.span,
      );
    this.at += 1;
    this.table = table;
    const body = this.expression();
    this.table = undefined;
    return { kind: 'rows', table, body, span: joined(span, this.close(opening)) };
  }

  private close(opening: Span): Span {
    const token = this.token;
    if (isSign(token, ')')) {
      this.at += 1;
      return token.span;
    }
    if (token.kind === 'end') return this.fail('Cette parenthèse n’est pas refermée.', opening);
    return this.failBetween(token);
  }

  private nested<Result>(span: Span, read: () => Result): Result {
    this.depth += 1;
    if (this.depth > DEEPEST_NESTING)
      return this.fail(
        'Trop de parenthèses ou de signes emboîtés : découpez la formule en plusieurs indicateurs.',
        span,
      );
    const result = read();
    this.depth -= 1;
    return result;
  }

  private expectEnd(): void {
    const token = this.token;
    if (token.kind === 'end') return;
    if (isSign(token, ')')) this.fail('Cette parenthèse fermante n’en ferme aucune.', token.span);
    if (token.kind === 'relation')
      this.fail(
        `Je ne comprends pas « ${token.text} » ici : un calcul ne contient pas de comparaison de plus.`,
        token.span,
      );
    this.failBetween(token);
  }

  private get token(): Token {
    const token = this.tokens[this.at] ?? this.tokens[this.tokens.length - 1];
    if (!token) throw new RangeError('a text always has an end token');
    return token;
  }

  private failBetween(token: Token): never {
    const before = this.tokens[this.at - 1];
    if (before?.kind === 'number' && token.kind === 'number')
      return this.fail(
        `Il manque une opération entre « ${before.text} » et « ${token.text} » ; un nombre s’écrit sans espace, par exemple ${before.text}${token.text}.`,
        token.span,
      );
    return this.fail(
      `Il manque une opération (+ - * /) entre « ${before?.text ?? ''} » et « ${token.text} ».`,
      token.span,
    );
  }

  private failWithoutValue(token: Token): never {
    const before = this.tokens[this.at - 2];
    if (token.kind === 'end') {
      if (!before)
        return this.fail('La formule est vide : écrivez par exemple nb_individuel / nb_lls.', token.span);
      return this.fail(`La formule s’arrête après « ${before.text} » : il manque une valeur.`, token.span);
    }
    if (before && isSign(before, '(') && isSign(token, ')'))
      return this.fail('Il n’y a rien entre ces parenthèses.', before.span);
    return this.fail(`Je ne comprends pas « ${token.text} » ici : il manque une valeur avant.`, token.span);
  }

  private failOutsideRows(token: Token): never {
    return this.fail(
      `« ${token.text} » ne peut pas se trouver à l’intérieur d’une somme de lignes : multipliez la somme par « ${token.text} », en dehors.`,
      token.span,
    );
  }

  private fail(message: string, span: Span): never {
    throw new FormulaError(message, span, this.text);
  }
}

function isSign(token: Token, sign: Sign): boolean {
  return token.kind === 'sign' && token.sign === sign;
}

function joined(first: Span, last: Span): Span {
  return { start: first.start, end: last.end };
}

/**
 * Reads a formula: `(loyer + charges) / nb_lls`, `sum(loyers: loyer_marche * surface_louee)`, `12[mois/an]`.
 * Throws FormulaError, pointing at the character.
 */
export function parseFormula(text: string): Expression {
  return new Parser(text).formula();
}

/** A cross-check between figures; `tolerance` is a fraction of the right side. */
export interface Check {
  readonly left: Expression;
  readonly relation: Relation;
  readonly right: Expression;
  readonly tolerance?: number;
}

const TOLERANCE = /\(\s*(\d+(?:[.,]\d+)?)\s*%\s*\)\s*$/;

/**
 * Reads a comparison of two formulas: `nb_loues <= nb_lls`, `part_a + part_b ~ total (2 %)`.
 * `~` (about equal) needs its tolerance. Throws FormulaError, pointing at the character.
 */
export function parseCheck(text: string): Check {
  const tolerance = TOLERANCE.exec(text);
  const comparison = new Parser(tolerance ? text.slice(0, tolerance.index) : text).comparison();
  if (tolerance?.[1] !== undefined)
    return { ...comparison, tolerance: Number(tolerance[1].replace(',', '.')) / 100 };
  if (comparison.relation === '~') {
    const end = text.trimEnd().length;
    throw new FormulaError(
      '« ~ » (à peu près égal) demande une tolérance à la fin, par exemple (2 %).',
      { start: end, end },
      text,
    );
  }
  return comparison;
}
