import { controlKinds, responsibilityRoles } from '../../shared/model/vocabulary';
import { t } from '../strings/text';
import { Choice } from '../widgets/choice';
import { TextField } from '../widgets/text-field';
import { abouts, type Draft, instantOf, questionOf } from './add-draft';
import { isControl, isRole, noAnswer, propertiesOf } from './answer';
import { AnswerField } from './answer-field';
import { nameListId } from './name-lists';

interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (changes: Partial<Draft>) => void;
}

/** What the chosen sort of statement asks for. */
export function AddFields({ draft, onChange }: FieldsProps) {
  switch (draft.what) {
    case 'system':
      return <Name draft={draft} onChange={onChange} of="system" label={t('add.system')} />;
    case 'flow':
    case 'holding':
      return <SubjectFields draft={draft} onChange={onChange} about={draft.what} />;
    case 'dependency':
      return <DependencyFields draft={draft} onChange={onChange} />;
    case 'oneSystem':
    case 'twoSystems':
      return <NamesFields draft={draft} onChange={onChange} />;
    case 'warning':
      return <WarningFields draft={draft} onChange={onChange} />;
    default:
      return <QuestionFields draft={draft} onChange={onChange} />;
  }
}

function QuestionFields({ draft, onChange }: FieldsProps) {
  const question = questionOf(draft);
  const properties: readonly string[] = propertiesOf[draft.about];
  return (
    <>
      <Choice
        label={t('add.about')}
        isWide
        value={draft.about}
        options={abouts.map((value) => ({ value, title: t(`add.about.${value}`) }))}
        onChange={(about) =>
          onChange({
            about,
            property: properties.includes(draft.property) ? (propertiesOf[about][0] ?? '') : draft.property,
            answer: noAnswer,
          })
        }
      />
      <SubjectFields draft={draft} onChange={onChange} about={draft.about} />
      {draft.what === 'owner' && (
        <Choice
          label={t('add.role')}
          isWide
          value={isRole(draft.role) ? draft.role : 'owner'}
          options={responsibilityRoles.map((value) => ({ value, title: t(`role.${value}`) }))}
          onChange={(role) => onChange({ role })}
        />
      )}
      {draft.what === 'control' && (
        <Choice
          label={t('add.control')}
          isWide
          value={isControl(draft.control) ? draft.control : 'backup'}
          options={controlKinds.map((value) => ({ value, title: t(`control.${value}`) }))}
          onChange={(control) => onChange({ control })}
        />
      )}
      {draft.what === 'property' && (
        <Choice
          label={t('add.property')}
          isWide
          value={draft.property}
          options={propertiesOf[draft.about].map((value) => ({ value, title: t(`property.${value}`) }))}
          onChange={(property) => onChange({ property, answer: noAnswer })}
        />
      )}
      {question !== null && (
        <AnswerField
          question={question}
          answer={draft.answer}
          onChange={(answer) => onChange({ answer })}
          label={answerLabel(draft.what)}
        />
      )}
    </>
  );
}

function answerLabel(what: Draft['what']): string {
  if (what === 'owner') return t('add.party');
  return what === 'control' ? t('add.state') : t('add.value');
}

function SubjectFields({ draft, onChange, about }: FieldsProps & { readonly about: Draft['about'] }) {
  const dataset = (label: string) => <Name draft={draft} onChange={onChange} of="dataset" label={label} />;
  if (about === 'system')
    return <Name draft={draft} onChange={onChange} of="system" label={t('add.system')} />;
  if (about === 'holding') {
    return (
      <div className="editing__pair">
        {dataset(t('add.dataset'))}
        <Name draft={draft} onChange={onChange} of="system" label={t('add.system')} />
      </div>
    );
  }
  return (
    <>
      <div className="editing__pair">
        <Name draft={draft} onChange={onChange} of="from" label={t('add.from')} />
        <Name draft={draft} onChange={onChange} of="to" label={t('add.to')} />
      </div>
      {dataset(t('add.datasetOptional'))}
    </>
  );
}

function DependencyFields({ draft, onChange }: FieldsProps) {
  return (
    <>
      <Name draft={draft} onChange={onChange} of="system" label={t('add.needs')} />
      <div className="editing__pair">
        <TextField
          label={t('add.needed')}
          isWide
          value={draft.needed}
          onChange={(needed) => onChange({ needed })}
          list={nameListId(draft.neededKind === 'site' ? 'sites' : 'systems')}
        />
        <Choice
          label={t('add.neededKind')}
          isWide
          value={draft.neededKind}
          options={[
            { value: 'system', title: t('add.neededKind.system') },
            { value: 'site', title: t('add.neededKind.site') },
          ]}
          onChange={(neededKind) => onChange({ neededKind })}
        />
      </div>
    </>
  );
}

function NamesFields({ draft, onChange }: FieldsProps) {
  return (
    <>
      <div className="editing__pair">
        <Name draft={draft} onChange={onChange} of="system" label={t('add.system')} />
        <TextField
          label={t(draft.what === 'oneSystem' ? 'add.otherName' : 'add.notName')}
          isWide
          value={draft.otherName}
          onChange={(otherName) => onChange({ otherName })}
          list={nameListId('names')}
        />
      </div>
      <p className="field__hint">
        {t(draft.what === 'oneSystem' ? 'add.oneSystemHint' : 'add.twoSystemsHint')}
      </p>
    </>
  );
}

function WarningFields({ draft, onChange }: FieldsProps) {
  const isBadTime = draft.warningAt.trim() !== '' && instantOf(draft.warningAt) === null;
  const field = (of: 'warning' | 'warningAt' | 'warningSubject' | 'warningFrom' | 'warningTo') => (
    <TextField
      label={t(`add.${of}`)}
      isWide
      value={draft[of]}
      onChange={(value) => onChange({ [of]: value })}
      aria-invalid={of === 'warningAt' && isBadTime}
      {...(of === 'warningAt' ? { placeholder: '2023-03-10 14:00' } : {})}
    />
  );
  return (
    <>
      {field('warning')}
      {field('warningAt')}
      {isBadTime && <p className="field__hint">{t('add.badTime')}</p>}
      {field('warningSubject')}
      <div className="editing__pair">
        {field('warningFrom')}
        {field('warningTo')}
      </div>
    </>
  );
}

interface NameProps extends FieldsProps {
  readonly of: 'system' | 'dataset' | 'from' | 'to';
  readonly label: string;
}

function Name({ draft, onChange, of, label }: NameProps) {
  return (
    <TextField
      label={label}
      isWide
      value={draft[of]}
      onChange={(value) => onChange({ [of]: value })}
      list={nameListId(of === 'dataset' ? 'datasets' : 'systems')}
    />
  );
}
