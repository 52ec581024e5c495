import { tableKinds } from '../../../shared/model/mapping';
import { t } from '../../strings/text';
import { Choice } from '../../widgets/choice';
import type { FileChoice } from './file-choice';
import { adjustMapping } from './import-store';

const kinds = [
  { value: '' as const, title: t('mapping.chooseKind') },
  ...tableKinds.map((kind) => ({ value: kind, title: t(`kind.${kind}`) })),
];

/** A table whose header no importer knows: a person says what it holds, and then which column is what. */
export function ReadAsTable({ choice }: { readonly choice: FileChoice }) {
  return (
    <section className="read-as-table" aria-label={t('table.readAs')}>
      <h4 className="pattern__title">{t('table.readAs')}</h4>
      <p className="pattern__hint">{t('table.readAsText')}</p>
      <Choice
        label={t('mapping.kind')}
        value=""
        options={kinds}
        onChange={(kind) => {
          if (kind !== '') void adjustMapping(choice.preview.path, { importer: 'csv', kind, columns: {} });
        }}
      />
    </section>
  );
}
