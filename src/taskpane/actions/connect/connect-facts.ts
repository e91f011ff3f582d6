import type { TemplateIdentity } from '../../../contribution';
import type { FactToWrite } from '../../workbook/facts-plan';
import type { Action } from '../action';
import { sentences } from '../sentences';
import { messages } from './messages';
import { writeFacts, type Policy, type WrittenFacts } from './write-facts';
import { ensureQuestionnaire } from './write-harvest';

export interface FactsToConnect {
  /** Each with its formula. */
  readonly facts: readonly FactToWrite[];
  /** `replace` when the person has seen what is answered already. */
  readonly policy: Policy;
  readonly whole?: string;
  readonly identity?: TemplateIdentity;
}

/** Writes formulas over the person's own cells in the data table: they follow next year's figures by themselves. */
export const connectFacts: Action<FactsToConnect, WrittenFacts> = {
  id: 'raccorder-feuilles',
  doing: { fr: 'Raccordement de vos feuilles', en: 'Connecting your sheets' },
  changes: true,
  async perform({ facts, policy, whole, identity }, context) {
    await ensureQuestionnaire(identity, context);
    return writeFacts(facts, policy, whole, context);
  },
  told: ({ written, replaced, kept }) =>
    sentences(messages.nothingNew, [messages.connected, written + replaced], [messages.kept, kept]),
};
