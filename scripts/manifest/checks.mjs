import { commands, functions, requirements } from './behaviour.mjs';
import { identity, locales, resources, texts } from './contents.mjs';
import { orderFaults } from './order.mjs';
import { addresses, pictures, sharedRuntime } from './packaging.mjs';
import { parseXml, walk, XmlFault } from './xml.mjs';

/**
 * What a manifest is checked against. Every check takes the root element and the facts, and returns faults
 * `{line, message}`; the messages are French, like the rest of what a person reads.
 *
 * @typedef {object} Facts
 * @property {(path: string) => {width: number, height: number} | undefined} image size of a picture of the add-in
 * @property {readonly string[]} files what the built add-in serves, besides pictures (`taskpane.html`)
 * @property {readonly string[]} actions ids of the actions the pane offers to the ribbon
 * @property {Record<string, readonly string[]>} metadata ids of the functions, by metadata file
 * @property {readonly string[]} registered ids of the functions the add-in registers
 * @property {readonly {set: string, version: string, member: string, file: string, line: number, guarded: boolean}[]} members
 */

/** Elements are where and in the order Office wants them. */
const order = (root) => [...walk(root)].flatMap(orderFaults);

/** All of them, in the order a person would mend them. */
const checks = [
  order,
  identity,
  locales,
  resources,
  texts,
  pictures,
  addresses,
  sharedRuntime,
  commands,
  functions,
  requirements,
];

/**
 * Everything that is wrong with a manifest.
 * @param {string} xml
 * @param {Facts} facts
 * @returns {{line: number, message: string}[]} in the order of the lines; empty when all is well
 */
export function checkManifest(xml, facts) {
  try {
    const root = parseXml(xml);
    const faults = checks.flatMap((check) => check(root, facts));
    return faults.sort((a, b) => a.line - b.line);
  } catch (error) {
    if (error instanceof XmlFault) return [{ line: error.line, message: error.message }];
    throw error;
  }
}
