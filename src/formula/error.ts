import type { Span } from './syntax';

/**
 * A formula, a check or a unit that cannot be understood or does not balance.
 * The message is a French sentence for the person who wrote it; `span` says where in `text`.
 */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';

  constructor(
    message: string,
    readonly span: Span,
    /** The text `span` refers to; empty when the caller did not give it. */
    readonly text = '',
  ) {
    super(message);
  }

  /** The line of the text that is wrong, with a caret under the character; empty without a text. */
  pointed(): string {
    if (this.text === '') return '';
    const start = Math.min(this.span.start, this.text.length);
    const lineStart = this.text.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = this.text.indexOf('\n', start);
    const line = this.text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
    const padding = line.slice(0, start - lineStart).replace(/[^\t]/g, ' ');
    return `${line}\n${padding}^`;
  }
}
