import { catalogue } from '../../catalogue';
import { returnFile, reviewed } from '../../campaign';
import { inflatePortably } from '../../xlsx';
import { countingOf } from '../union/received-values';
import { fingerprint } from './fingerprint';
import type { Jobs } from './model';

/**
 * The landlord's workbook with the sheet « Remarques » more; without its file, or with another than the one taken, the
 * remarks in a workbook of their own.
 */
export async function sendBack({
  file,
  siren,
  campaign,
  received,
}: Jobs['sendBack']['input']): Promise<Jobs['sendBack']['output']> {
  const row = campaign.followUp.find((one) => one.siren === siren);
  const contributions = countingOf(received, campaign.followUp).map(({ contribution }) => contribution);
  const contribution = reviewed(contributions, campaign, catalogue).find(
    ({ identity }) => identity?.siren === siren,
  );
  if (!contribution) throw new Error(`No contribution of ${siren}.`);
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : undefined;
  const same = bytes !== undefined && (await fingerprint(bytes)) === row?.version;
  const own = same ? bytes : new Uint8Array();
  const returned = await returnFile(own, contribution, row, campaign, inflatePortably);
  return { ...returned, same };
}
