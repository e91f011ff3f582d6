const { parse } = require('yaml');

/** Lets a test import the catalogue's YAML the way webpack does: as the parsed data. */
module.exports = {
  process: (text) => ({ code: `module.exports = ${JSON.stringify(parse(text))};` }),
};
