import { useMessages, useSpoken } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { Back } from '../../ui/back';
import { Choice } from '../../ui/choice';
import { Page } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { CellView } from './cell-view';
import { IndicatorView } from './indicator-view';
import { messages } from './messages';

/** Where a number comes from: the selected cell's, or an indicator's. */
export default function Explain() {
  const t = useMessages(messages);
  const say = useSpoken();
  const session = useSession();
  const engine = useSessionState((state) => state.engine);
  const consolidation = useSessionState((state) => state.workbook?.consolidation);
  const selection = useSessionState((state) => state.selection);
  const indicator = useSessionState((state) => state.focus.indicator);
  const left = useSessionState((state) => state.trail.at(-1));
  const choose = (code: string) => session.open('explain', code === '' ? {} : { indicator: code });
  const content = () => {
    if (!engine) return <Waiting />;
    if (indicator !== undefined && consolidation) {
      return <IndicatorView code={indicator} engine={engine} consolidation={consolidation} />;
    }
    return selection ? <CellView selection={selection} /> : <Waiting />;
  };
  return (
    <Page title={t('title')} lead={t('lead')}>
      {engine && consolidation ? (
        <Choice label={t('indicator')} value={indicator ?? ''} choose={choose}>
          <option value="">{t('followCell')}</option>
          {consolidation.catalogue.dimensions.map((dimension) => (
            <optgroup key={dimension.code} label={say(dimension.label)}>
              {[...consolidation.catalogue.indicators.values()]
                .filter((one) => one.dimension === dimension.code && one.consolidation !== 'quality')
                .map((one) => (
                  <option key={one.code} value={one.code}>
                    {one.code} – {say(one.label)}
                  </option>
                ))}
            </optgroup>
          ))}
        </Choice>
      ) : null}
      {left && indicator === undefined ? (
        <Back
          label={t('back', { cell: `${left.sheet}!${left.address}` })}
          onClick={() => void session.back()}
        />
      ) : null}
      {content()}
    </Page>
  );
}
