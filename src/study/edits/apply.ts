import type { StudyDocument } from '../document';
import type { EditConflict, EditedStudy, EditRemark, Part, StudyEdit } from './model';
import { heldNumbers, unknownNumbers } from './numbers';
import { partsOf, prefixOf, rewrite } from './parts';

const DASH = /^[-–—]$/;
const MARKS = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu;

/**
 * Puts what people wrote in place of what is computed, where what is computed is still what they saw. An edit follows
 * its text when the text has moved. Where another text is computed now, that one stands in the study and the edit is a
 * conflict for a person to settle: nothing written over old numbers is printed.
 * @param edits of any study; the last one on a text holds
 */
export function applyEdits(document: StudyDocument, edits: readonly StudyEdit[]): EditedStudy {
  const parts = partsOf(document);
  const byId = new Map(parts.map((one) => [one.id, one]));
  const prefix = `${prefixOf(document)}/`;
  const own = new Map(
    edits
      .filter(({ template, id }) => template === document.template && id.startsWith(prefix))
      .map((one) => [one.id, one]),
  );
  const applied = new Map<string, StudyEdit>();
  const others: StudyEdit[] = [];
  for (const edit of own.values()) {
    if (edit.written === '') continue;
    const part = byId.get(edit.id);
    if (part && same(part.text, edit.computed)) applied.set(part.id, edit);
    else others.push(edit);
  }
  const conflicts: EditConflict[] = [];
  for (const edit of others) {
    const moved = movedTo(edit, parts, applied);
    if (moved) applied.set(moved.id, edit);
    else {
      const now = byId.get(edit.id)?.text;
      // What is computed has become what the person wrote: there is nothing left to choose.
      if (now === undefined || !same(now, edit.written)) conflicts.push({ edit, now });
    }
  }
  return {
    document: rewrite(document, ({ id, text }) => {
      const edit = applied.get(id);
      if (!edit) return text;
      return DASH.test(edit.written) ? null : edit.written;
    }),
    applied,
    conflicts,
    remarks: remarksOn(document, applied, byId),
  };
}

/** The one text that is word for word what the edit was written over, in the same chapter of the template. */
function movedTo(
  edit: StudyEdit,
  parts: readonly Part[],
  applied: ReadonlyMap<string, StudyEdit>,
): Part | undefined {
  const candidates = parts.filter(
    ({ id, text }) => chapterOf(id) === chapterOf(edit.id) && !applied.has(id) && same(text, edit.computed),
  );
  return candidates.length === 1 ? candidates[0] : undefined;
}

const chapterOf = (id: string): string => id.split('/').slice(0, 3).join('/');

/** Spaces aside: a cell or a keyboard may have changed them. */
const same = (one: string, other: string): boolean => tidy(one) === tidy(other);

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

function remarksOn(
  document: StudyDocument,
  applied: ReadonlyMap<string, StudyEdit>,
  byId: ReadonlyMap<string, Part>,
): EditRemark[] {
  if (applied.size === 0) return [];
  const held = heldNumbers(document);
  return [...applied].flatMap(([id, edit]): EditRemark[] => {
    if (DASH.test(edit.written)) return [];
    const unknown = unknownNumbers(edit.written, held, document.locale);
    const kept = new Set(edit.written.match(MARKS) ?? []);
    const lost = (byId.get(id)?.text.match(MARKS) ?? []).filter((one) => !kept.has(one));
    return [
      ...(unknown.length > 0 ? [{ edit, kind: 'unknown_number', found: unknown } as const] : []),
      ...(lost.length > 0 ? [{ edit, kind: 'lost_note', found: [...new Set(lost)] } as const] : []),
    ];
  });
}
