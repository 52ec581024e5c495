import { useId } from 'react';
import type { ExportView } from '../../../shared/contract/estate-methods';
import { useReconciled } from '../../state/reconciliation-store';
import { useAnswer } from '../../state/use-answer';
import { t } from '../../strings/text';
import { Choice, type Option } from '../../widgets/choice';
import { TextField } from '../../widgets/text-field';
import type { SubjectDraft } from './subject-of';

interface SubjectFieldsProps {
  readonly view: ExportView;
  readonly draft: SubjectDraft;
  readonly change: (draft: SubjectDraft) => void;
}

/** What an export is about, for the views that answer a question about something. */
export function SubjectFields({ view, draft, change }: SubjectFieldsProps) {
  switch (view) {
    case 'messages':
    case 'why':
      return <FlowField draft={draft} change={change} />;
    case 'holdings':
      return <SystemFields draft={draft} change={change} />;
    case 'impact':
      return <PartField draft={draft} change={change} />;
    case 'trace':
      return (
        <>
          <TextField
            label={t('export.record')}
            isWide
            required
            value={draft.record}
            onChange={(record) => change({ ...draft, record })}
          />
          <p className="field__hint">{t('export.recordHint')}</p>
        </>
      );
    case 'compare':
      return <p className="field__hint">{t('export.compareHint')}</p>;
    case 'evidence':
      return (
        <>
          <p className="field__hint">{t('export.packHint')}</p>
          {(['reference', 'packedBy', 'authority'] as const).map((name) => (
            <TextField
              key={name}
              label={t(`export.${name}`)}
              isWide
              value={draft[name]}
              onChange={(value) => change({ ...draft, [name]: value })}
            />
          ))}
        </>
      );
    default:
      return null;
  }
}

type DraftProps = Omit<SubjectFieldsProps, 'view'>;

/** A list that asks before it names one: nothing is exported of a flow that nobody chose. */
const withUnchosen = (options: readonly Option<string>[]): readonly Option<string>[] => [
  { value: '', title: t('export.choose') },
  ...options,
];

function FlowField({ draft, change }: DraftProps) {
  const isReady = useReconciled();
  const flows = useAnswer('reconcile.flows', isReady ? {} : null);
  const options = (flows.value ?? []).map(({ from, to }) => `${from} > ${to}`);
  return (
    <Choice
      label={t('export.flow')}
      isWide
      value={draft.flow}
      options={withUnchosen(options.map((flow) => ({ value: flow, title: flow })))}
      onChange={(flow) => change({ ...draft, flow })}
    />
  );
}

function SystemFields({ draft, change }: DraftProps) {
  const systems = useAnswer('estate.systems', {});
  const options = withUnchosen((systems.value ?? []).map(({ name }) => ({ value: name, title: name })));
  return (
    <>
      <Choice
        label={t('export.between')}
        isWide
        value={draft.a}
        options={options}
        onChange={(a) => change({ ...draft, a })}
      />
      <Choice
        label={t('export.and')}
        isWide
        value={draft.b}
        options={options}
        onChange={(b) => change({ ...draft, b })}
      />
    </>
  );
}

function PartField({ draft, change }: DraftProps) {
  const id = useId();
  const systems = useAnswer('estate.systems', {});
  const names = new Set(
    (systems.value ?? []).flatMap(({ name, site }) => (site === null ? [name] : [name, site])),
  );
  return (
    <>
      <TextField
        label={t('export.of')}
        isWide
        required
        list={id}
        value={draft.of}
        onChange={(of) => change({ ...draft, of })}
      />
      <datalist id={id}>
        {[...names].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
