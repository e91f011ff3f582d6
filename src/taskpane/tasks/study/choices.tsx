import type { Locale } from '../../../formula';
import { useMessages, useSpoken } from '../../i18n';
import type { MadeStudy } from '../../jobs';
import { useSessionState } from '../../session';
import { Choice } from '../../ui/choice';
import { useParts } from '../connect/parts';
import { messages } from './messages';
import { useStudyState } from './study-store';

/** The levels and zonings that a campaign's territory is cut by. */
export interface Cutting {
  readonly by: readonly string[];
  cut(by: readonly string[]): void;
}

interface ChoicesProps {
  readonly made: MadeStudy | undefined;
  readonly cutting?: Cutting;
}

/** Which study, of what, in which language, beside which other years. */
export function Choices({ made, cutting }: ChoicesProps) {
  const parts = useParts();
  const t = useMessages(messages);
  const say = useSpoken();
  const [{ template, locale, territory }, set] = useStudyState();
  const all = made?.templates ?? [];
  const others = all.filter(({ fits }) => !fits);
  const territories = made?.territories ?? [];
  return (
    <div className={parts.column}>
      <Choice label={t('template')} value={template} choose={(one) => set({ template: one, page: 0 })}>
        <option value="">{t('chooseTemplate')}</option>
        {all
          .filter(({ fits }) => fits)
          .map(({ name, label, own }) => (
            <option key={name} value={name}>
              {own ? t('ownTemplate', { label: say(label) }) : say(label)}
            </option>
          ))}
        {others.length > 0 ? (
          <optgroup label={t('otherWorkbooks')}>
            {others.map(({ name, label, input }) => (
              <option key={name} value={name} disabled>
                {t(input === 'landlord' ? 'forLandlord' : 'forCampaign', { label: say(label) })}
              </option>
            ))}
          </optgroup>
        ) : null}
      </Choice>
      {territories.length > 1 ? (
        <Choice
          label={t('territory')}
          value={territory ?? territories[0]?.code ?? ''}
          choose={(code) => set({ territory: code === territories[0]?.code ? undefined : code, page: 0 })}
          options={territories.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        />
      ) : null}
      {cutting ? <Cut {...cutting} /> : null}
      <Choice<Locale>
        label={t('language')}
        value={locale}
        choose={(one) => set({ locale: one })}
        options={languages}
      />
    </div>
  );
}

/** Each in its own language, as people look for it. */
const languages: readonly { readonly value: Locale; readonly label: string }[] = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
];

function Cut({ by, cut }: Cutting) {
  const t = useMessages(messages);
  const zonings = useSessionState((state) => state.workbook?.references?.zonings) ?? [];
  return (
    <Choice
      label={t('cutBy')}
      value={by.join('+')}
      choose={(one) => cut(one === '' ? [] : one.split('+'))}
      options={[
        { value: '', label: t('whole') },
        { value: 'DEP', label: t('DEP') },
        { value: 'EPCI', label: t('EPCI') },
        ...zonings.map(({ name }) => ({ value: `DEP+${name}`, label: t('zoning', { name }) })),
      ]}
    />
  );
}
