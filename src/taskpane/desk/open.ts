import { CampaignError } from '../../consolidation';
import { loadCatalogueTexts, loadTable } from '../../functions';
import type { DeskInput } from './model';
import { UnionDesk } from './union-desk';

/** Opens a desk with the tables it needs; in French, what keeps the campaign from being consolidated. */
export async function openUnionDesk(input: DeskInput): Promise<UnionDesk | string> {
  await Promise.all([loadTable('territories'), loadCatalogueTexts()]);
  try {
    return new UnionDesk(input);
  } catch (error) {
    if (error instanceof CampaignError) return error.message;
    throw error;
  }
}
