import { errorCodeOf } from '../../contribution';
import { wrong } from '../failure';
import type { FunctionSpec } from '../model';
import { isBlank, textIn } from './cell';
import { Grid } from './grid';

/** A code is compared without its case, its accents and its spaces: `Réhab` is `rehab`. */
export const wordKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase();

/** The arguments of one call, asked for by the names of the parameters. */
export class Call {
  constructor(
    readonly spec: FunctionSpec,
    private readonly given: readonly unknown[],
  ) {}

  /** A range; a single cell is a range of one. Undefined when the argument is left out. */
  range(name: string): Grid | undefined {
    const value = this.#value(name);
    return value === undefined || value === null ? undefined : Grid.of(name, value);
  }

  /** A range that must be there; a parameter that is not optional always is. */
  grid(name: string): Grid {
    return this.range(name) ?? Grid.of(name, [[null]]);
  }

  /** The one value of an argument; undefined when it is left out or blank. Throws for an error, or a range. */
  cell(name: string): unknown {
    let value = this.#value(name);
    if (Array.isArray(value)) {
      const grid = Grid.of(name, value);
      if (grid.rowCount !== 1 || grid.columnCount !== 1)
        throw wrong(
          `« ${name} » attend une seule cellule, pas une plage de ${grid.size('fr')} : choisissez-en une.`,
          `"${name}" expects a single cell, not a range of ${grid.size('en')}: choose one.`,
        );
      value = grid.at(0, 0);
    }
    const error = errorCodeOf(value);
    if (error !== undefined)
      throw wrong(
        `« ${name} » contient l’erreur ${error} : corrigez la cellule dont elle vient.`,
        `"${name}" holds the error ${error}: correct the cell it comes from.`,
      );
    return isBlank(value) ? undefined : value;
  }

  /** A text on one line; undefined when it is left out or blank (0 is a blank cell of some platforms). */
  text(name: string): string | undefined {
    const value = this.cell(name);
    if (value === undefined || value === 0) return undefined;
    if (typeof value === 'boolean')
      throw wrong(
        `« ${name} » attend un texte, pas une valeur logique : corrigez-le.`,
        `"${name}" expects a text, not a logical value: correct it.`,
      );
    return textIn(value);
  }

  /** A text that must be there. */
  required(name: string, example: string): string {
    const text = this.text(name);
    if (text !== undefined) return text;
    throw wrong(
      `« ${name} » est vide : donnez-le, par exemple ${example}.`,
      `"${name}" is blank: give it, for example ${example}.`,
    );
  }

  /** One word of a list, whatever its case and accents; the first one when the argument is left out. */
  choice<Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word {
    return this.chosen(name, words) ?? words[0];
  }

  /** One word of a list; undefined when the argument is left out. */
  chosen<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const found = words.find((word) => wordKey(word) === wordKey(text));
    if (found !== undefined) return found;
    throw wrong(
      `« ${name} » : « ${text} » n’est pas prévu. Écrivez ${words.join(', ')}.`,
      `"${name}": "${text}" is not known. Write ${words.join(', ')}.`,
    );
  }

  /** A year, a number or a text of four digits; 0 is a blank cell of some platforms. */
  year(name: string): number | undefined {
    const value = this.cell(name);
    if (value === undefined || value === 0) return undefined;
    const text = textIn(value);
    if (/^(19|20)\d\d$/.test(text)) return Number(text);
    throw wrong(
      `« ${name} » : « ${text} » n’est pas une année. Écrivez-la en quatre chiffres, par exemple 2024.`,
      `"${name}": "${text}" is not a year. Write its four digits, for example 2024.`,
    );
  }

  #value(name: string): unknown {
    const index = this.spec.parameters.findIndex((one) => one.name === name);
    if (index < 0) throw new RangeError(`${this.spec.id} has no parameter ${name}.`);
    return this.given[index];
  }
}
