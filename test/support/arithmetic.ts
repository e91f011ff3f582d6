/**
 * The value of a sum written out by hand (`12 * (4 + 2) / 3`): what the situations expect.
 * A separate, smaller thing than the product's own formula language, on purpose.
 */
export function arithmetic(text: string): number {
  const tokens = text.match(/\d+(?:\.\d+)?|[-+*/()]/g) ?? [];
  let at = 0;

  function factor(): number {
    const token = tokens[at++];
    if (token === '(') {
      const value = sum();
      at += 1;
      return value;
    }
    if (token === '-') return -factor();
    const value = Number(token);
    if (Number.isNaN(value)) throw new Error(`Not arithmetic: ${text}`);
    return value;
  }

  function product(): number {
    let value = factor();
    while (tokens[at] === '*' || tokens[at] === '/')
      value = tokens[at++] === '*' ? value * factor() : value / factor();
    return value;
  }

  function sum(): number {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-')
      value = tokens[at++] === '+' ? value + product() : value - product();
    return value;
  }

  const value = sum();
  if (at !== tokens.length) throw new Error(`Not arithmetic: ${text}`);
  return value;
}
