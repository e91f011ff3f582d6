import type { Arguments, VerbSpec } from '../arguments';
import { campaignVerb } from './campaign';
import { catalogueVerb } from './catalogue';
import { check } from './check';
import { consolidateVerb } from './consolidate';
import { importFecVerb } from './import-fec';
import { importReferenceVerb } from './import-reference';
import { importRplsVerb } from './import-rpls';
import { indicators } from './indicators';
import { mapVerb } from './map';
import { sample } from './sample';
import { start } from './start';
import { study } from './study';
import { template } from './template';

export interface Verb {
  readonly spec: VerbSpec;
  /** The exit code: 0 all well, 1 done with something to look at. Throws CannotRun for 2. */
  run(args: Arguments): Promise<number>;
}

/** Every verb of the command line; the help is made from this table. */
export const verbs: readonly Verb[] = [
  template,
  check,
  indicators,
  consolidateVerb,
  campaignVerb,
  importRplsVerb,
  importReferenceVerb,
  importFecVerb,
  mapVerb,
  study,
  sample,
  catalogueVerb,
  start,
];
