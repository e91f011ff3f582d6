import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { load, newest } from './load.mjs';

const root = join(import.meta.dirname, '..');

/** The landlord of the sample region whose own sheets list dwellings, agencies and suppliers as Excel tables. */
const LANDLORD = /structured/;

/** Where the server finds the workbooks that the simulated Excel opens. */
export const samplesFolder = join(root, 'dist/exemples');
