import { Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Engine } from '../../engine';
import { useMessages } from '../../i18n';
import { families, problemsOf, type DraftField, type IdentityDraft } from './identity-form';
import { messages } from './messages';

// Its list is the heaviest piece of this task, and its search needs the geographic code.
const TerritoryPicker = lazy(() => import(/* webpackChunkName: "territory-picker" */ './territory-picker'));

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '12px' },
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '12px' },
  narrow: { minWidth: 0 },
});

interface IdentityFieldsProps {
  readonly draft: IdentityDraft;
  readonly change: (draft: IdentityDraft) => void;
  /** Checks need the core; until it is there, nothing is said to be wrong. */
  readonly engine: Engine | undefined;
  /** Shows what is wrong with fields that were not touched too. */
  readonly showAll: boolean;
  readonly withTerritory: boolean;
}

/** The fields of an identity, each saying what is wrong with it once it was left. */
export function IdentityFields({ draft, change, engine, showAll, withTerritory }: IdentityFieldsProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const [left, setLeft] = useState<ReadonlySet<DraftField>>(new Set());
  const problems = engine ? problemsOf(draft, engine) : {};
  const told = (field: DraftField) => {
    const problem = showAll || left.has(field) ? problems[field] : undefined;
    return problem
      ? { validationState: 'error' as const, validationMessage: t(problem.message, problem.values) }
      : {};
  };
  const leave = (field: DraftField) => () => setLeft((before) => new Set(before).add(field));
  const rightSiren = engine !== undefined && problems.siren === undefined;
  return (
    <div className={styles.fields}>
      <Field
        label={t('siren')}
        required
        {...(rightSiren
          ? { validationState: 'success' as const, validationMessage: t('sirenRight') }
          : { hint: t('sirenHint'), ...told('siren') })}
      >
        <Input
          inputMode="numeric"
          autoComplete="off"
          value={draft.siren}
          onChange={(_, { value }) => change({ ...draft, siren: value })}
          onBlur={leave('siren')}
        />
      </Field>
      <Field label={t('name')} required {...told('name')}>
        <Input
          autoComplete="organization"
          value={draft.name}
          onChange={(_, { value }) => change({ ...draft, name: value })}
          onBlur={leave('name')}
        />
      </Field>
      <div className={styles.pair}>
        <Field label={t('year')} required {...told('year')}>
          <Input
            className={styles.narrow}
            inputMode="numeric"
            value={draft.year}
            onChange={(_, { value }) => change({ ...draft, year: value })}
            onBlur={leave('year')}
          />
        </Field>
        <Field label={t('family')}>
          <Select
            className={styles.narrow}
            value={draft.family}
            onChange={(_, { value }) => {
              const family = families.find((one) => one === value) ?? '';
              change({ ...draft, family });
            }}
          >
            <option value="">{t('familyNone')}</option>
            {families.map((family) => (
              <option key={family} value={family}>
                {family}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {withTerritory ? (
        <Field label={t('territory')} hint={t('territoryHint')} {...told('territory')}>
          <Suspense fallback={<Input disabled />}>
            <TerritoryPicker
              engine={engine}
              code={draft.territory}
              choose={(territory) => change({ ...draft, territory })}
            />
          </Suspense>
        </Field>
      ) : null}
    </div>
  );
}
