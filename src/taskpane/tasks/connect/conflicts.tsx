import type { CellContent } from '../../../excel';
import type { Engine } from '../../engine';
import { inFull, useLocale, useMessages, useSpoken } from '../../i18n';
import { Choice } from '../../ui/choice';
import type { FactsPlan } from '../../workbook/facts-plan';
import { textOf } from '../../workbook/table-cells';
import { useConnect } from './connect-store';
import { messages } from './messages';
import { Fold, useParts } from './parts';

interface ConflictsProps {
  readonly plan: FactsPlan;
  /** Rows of rents that differ too. */
  readonly others: number;
  readonly engine: Engine;
}

/** Answers that the files contradict, old → new; the person chooses once for all. */
export function Conflicts({ plan, others, engine }: ConflictsProps) {
  const parts = useParts();
  const t = useMessages(messages);
  const locale = useLocale();
  const say = useSpoken();
  const [{ policy }, set] = useConnect();
  const count = plan.conflicts.length;
  if (count + others === 0) return null;
  const shown = (content: CellContent) =>
    typeof content === 'number' ? inFull(content, locale) : textOf(content);
  const titleOf = (code: string, territory: string) => {
    const label = engine.catalogue.dataPoints.get(code)?.label;
    return [label ? say(label) : code, territory === '' ? '' : engine.territoryName(territory)]
      .filter(Boolean)
      .join(', ');
  };
  return (
    <div className={parts.column}>
      <Fold
        open
        french={false}
        title={t('conflicts', { count: count + others })}
        lines={[
          [t('conflictsLead')],
          ...plan.conflicts.map(
            ({ code, territory, old, new: value }) =>
              [titleOf(code, territory), `${shown(old)} → ${inFull(value, locale)}`] as const,
          ),
          ...(others > 0 ? [[t('otherRows', { count: others })] as const] : []),
        ]}
      />
      <Choice
        label={t('policy')}
        value={policy}
        choose={(chosen) => set({ policy: chosen })}
        options={[
          { value: 'keep', label: t('keep') },
          { value: 'replace', label: t('replace') },
        ]}
      />
    </div>
  );
}
