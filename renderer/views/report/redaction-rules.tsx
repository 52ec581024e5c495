import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { ReportPreview } from '../../../shared/contract/report-methods';
import { type RedactedKind, type ReportDefinition, redactedKinds } from '../../../shared/model/report';
import { t } from '../../strings/text';
import { Button, IconButton } from '../../widgets/button';
import { Check } from '../../widgets/check';
import { Choice } from '../../widgets/choice';
import { TextField } from '../../widgets/text-field';
import { changeRules } from './edit-definition';
import { editReport } from './report-store';

interface RedactionRulesProps {
  readonly definition: ReportDefinition;
  readonly redacted: ReportPreview['redacted'];
}

/** Names that the report does not say, by rule; what became of each is shown here and nowhere in the files. */
export function RedactionRules({ definition, redacted }: RedactionRulesProps) {
  const [kind, setKind] = useState<RedactedKind>('person');
  const [pattern, setPattern] = useState('');
  const { redactions } = definition;
  const add = () => {
    const wanted = pattern.trim() === '' && kind !== 'text' ? '*' : pattern.trim();
    if (wanted === '') return;
    editReport((current) => changeRules(current, [...current.redactions, { of: kind, pattern: wanted }]));
    setPattern('');
  };
  const names = redacted.filter(({ of }) => of !== 'source' && of !== 'text');
  return (
    <section className="report__redaction" aria-label={t('report.redaction')}>
      <h2 className="report__options-title">{t('report.redaction')}</h2>
      <p className="report__hint">{t('report.redactionHint')}</p>
      {redactions.length > 0 && (
        <ul className="report__rules">
          {redactions.map((rule, index) => (
            <li
              key={`${rule.of} ${rule.pattern} ${redactions.slice(0, index).filter((one) => one.of === rule.of && one.pattern === rule.pattern).length}`}
            >
              <span className="truncate">
                {t('report.rule', { kind: t(`report.redact.${rule.of}`), pattern: rule.pattern })}
              </span>
              <IconButton
                icon={X}
                label={t('report.removeRule', { pattern: rule.pattern })}
                onClick={() =>
                  editReport((current) =>
                    changeRules(
                      current,
                      current.redactions.filter((_, at) => at !== index),
                    ),
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
      <form
        className="report__new-rule"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Choice
          label={t('report.redactWhat')}
          isWide
          value={kind}
          options={redactedKinds.map((value) => ({ value, title: t(`report.redact.${value}`) }))}
          onChange={setKind}
        />
        <TextField
          label={t('report.pattern')}
          isWide
          value={pattern}
          placeholder={kind === 'text' ? '' : '*'}
          onChange={setPattern}
        />
        <Button type="submit" icon={Plus} disabled={kind === 'text' && pattern.trim() === ''}>
          {t('report.addRule')}
        </Button>
      </form>
      {redactions.length > 0 && (
        <Check
          isChecked={!definition.keepsFileNames}
          onChange={(isHidden) => editReport((current) => ({ ...current, keepsFileNames: !isHidden }))}
        >
          {t('report.hideFiles')}
        </Check>
      )}
      {names.length > 0 && (
        <details className="report__key">
          <summary>{t('report.key', { count: names.length })}</summary>
          <dl>
            {names.map(({ of, name, shown }) => (
              <div key={`${of} ${name}`}>
                <dt>{name}</dt>
                <dd>{shown}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}
