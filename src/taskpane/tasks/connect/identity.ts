import type { TemplateIdentity } from '../../../contribution';
import type { Engine } from '../../engine';
import type { WorkbookView } from '../../session';
import {
  emptyDraft,
  problemsOf,
  templateIdentity,
  writtenIdentity,
  type IdentityDraft,
} from '../start/identity-form';
import type { ConnectState } from './connect-store';
import { identityHints } from './gathered';

/** For whom the tables are written, and whether the person has to say it first. */
export interface Who {
  /** True when tables that answers need are missing, and the workbook does not say for whom. */
  readonly asked: boolean;
  readonly draft: IdentityDraft;
  readonly right: boolean;
  readonly identity: TemplateIdentity;
  readonly year: number;
}

export function whoOf(state: ConnectState, workbook: WorkbookView, engine: Engine, now: Date): Who {
  const { identity, facts } = engine.tableNames;
  const written = writtenIdentity(workbook, engine)?.draft;
  const asked = !workbook.tables.has(identity) || !workbook.tables.has(facts);
  const draft = { ...emptyDraft(now), ...identityHints(state), ...written, ...(asked && state.typed) };
  return {
    asked,
    draft,
    right: Object.keys(problemsOf(draft, engine)).length === 0,
    identity: templateIdentity(draft, engine),
    year: Number(draft.year),
  };
}

/** What the person has typed over what was shown. */
export function typedOver(shown: IdentityDraft, typed: IdentityDraft): Partial<IdentityDraft> {
  return Object.fromEntries(
    Object.entries(typed).filter(([field, value]) => shown[field as keyof IdentityDraft] !== value),
  );
}
