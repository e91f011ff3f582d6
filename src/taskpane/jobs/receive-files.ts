import { catalogue } from '../../catalogue';
import { followUpAfter, type Outcome, receive, storedRows, type Version } from '../../campaign';
import { type Contribution, readContribution } from '../../contribution';
import { bytesSource, inflatePortably, openArchive, WorkbookRefused } from '../../xlsx';
import { countingOf } from '../union/received-values';
import { fingerprint } from './fingerprint';
import type { JobOptions, Jobs, ReceivedFile } from './model';

/** A file to read: its bytes are asked for when its turn comes. */
interface Given {
  readonly name: string;
  bytes(): Promise<Uint8Array>;
}

/** Larger than any contribution: read whole to be told from its other versions. */
const MOST_BYTES = 100 * 1024 * 1024;

/**
 * Reads each file, then says what becomes of it, as the command line does: refused with its reason, taken, unchanged,
 * older, or another version to be shown first. One file never affects another.
 */
export async function receiveFiles(
  { files, campaign, received, today, by }: Jobs['receive']['input'],
  { signal, onPart, onPiece }: JobOptions<'receive'> = {},
): Promise<Jobs['receive']['output']> {
  const given = (await Promise.all(files.map(withinArchive))).flat();
  const read: (Version & { readonly name: string })[] = [];
  for (const [done, one] of given.entries()) {
    signal?.throwIfAborted();
    onPart?.(done, given.length);
    read.push({ name: one.name, ...(await versionOf(one)) });
  }
  const taken = countingOf(received, campaign.followUp);
  const { outcomes } = receive({ campaign, files: read, taken, take: false, today, by }, { catalogue });
  let { followUp } = campaign;
  for (const [index, outcome] of outcomes.entries()) {
    const one = read[index];
    if (!one) continue;
    const file = pieceOf(one, outcome);
    if (outcome.kind !== 'taken' && outcome.kind !== 'waiting') {
      onPiece?.(file);
      continue;
    }
    const before = followUp.find(({ siren }) => siren === file.siren);
    const after = { ...followUpAfter(outcome, { campaign, today, by }, followUp, catalogue), file: one.name };
    if (outcome.kind === 'taken') followUp = [...followUp.filter((some) => some !== before), after];
    const rows = storedRows(
      { contribution: one.contribution, version: one.version, before, after },
      { at: today, by },
    );
    onPiece?.({ ...file, taking: { before, after, rows } });
  }
  onPart?.(given.length, given.length);
  return { files: given.length };
}

class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The file itself, or the workbooks of an archive. */
async function withinArchive(file: File): Promise<readonly Given[]> {
  const itself: Given = {
    name: file.name,
    async bytes() {
      if (file.size > MOST_BYTES) throw new TooLarge();
      return new Uint8Array(await file.arrayBuffer());
    },
  };
  if (!/\.zip$/iu.test(file.name)) return [itself];
  try {
    const source = {
      size: file.size,
      read: async (offset: number, length: number) =>
        new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
    };
    const archive = await openArchive(source, inflatePortably);
    const names = archive.names.filter(
      (name) => /\.xls[xm]$/iu.test(name) && !/(^|\/)(~\$|\.|__MACOSX)/u.test(name),
    );
    if (names.length === 0) return [itself];
    return names.map((name) => ({
      name: name.split('/').at(-1) ?? name,
      bytes: () => archive.read(name),
    }));
  } catch (error) {
    // Said of the archive as of any file that cannot be opened.
    if (error instanceof WorkbookRefused) return [itself];
    throw error;
  }
}

async function versionOf(one: Given): Promise<Version> {
  try {
    const bytes = await one.bytes();
    const contribution = await readContribution(bytesSource(bytes), one.name, {
      catalogue,
      inflate: inflatePortably,
    });
    return { contribution, version: await fingerprint(bytes) };
  } catch (error) {
    // Else the system refuses the file: moved, or kept by another program.
    const message =
      error instanceof WorkbookRefused
        ? error.message
        : error instanceof TooLarge
          ? `« ${one.name} » pèse plus de 100 Mo : ce n’est pas un classeur de contribution. Retirez ses images, ou demandez le questionnaire seul.`
          : `« ${one.name} » ne peut pas être ouvert : vérifiez qu’il n’a pas été déplacé, puis choisissez-le à nouveau.`;
    return { contribution: unreadable(one.name, message), version: `illisible ${one.name}` };
  }
}

function unreadable(file: string, message: string): Contribution {
  const source = { file, sheet: '', cell: '' };
  const remark = { level: 'blocking', code: 'unreadable_file', message, source } as const;
  return { file, facts: [], members: [], rows: [], remarks: [remark], status: 'rejected' };
}

function pieceOf({ name, version }: Version & { readonly name: string }, outcome: Outcome): ReceivedFile {
  const { contribution, kind, changes, effects } = outcome;
  const { identity } = contribution;
  return {
    name,
    version,
    kind,
    ...(identity && { siren: identity.siren, landlord: identity.name, year: identity.year }),
    figures: contribution.facts.filter(({ answer }) => answer.kind !== 'blank').length,
    remarks: contribution.remarks,
    changes,
    effects,
  };
}
