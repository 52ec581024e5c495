import { useState } from 'react';
import type { TablePreview } from '../../../shared/contract/import-methods';
import { type Mapping, tableKinds } from '../../../shared/model/mapping';
import { t } from '../../strings/text';
import { Check } from '../../widgets/check';
import { Choice } from '../../widgets/choice';
import { sheetOf, shownPart, withKind, withShape, withSheetSkipped, withShownPart } from './edit-mapping';
import type { FileChoice } from './file-choice';
import { adjustMapping } from './import-store';

interface MappingBarProps {
  readonly choice: FileChoice;
  readonly table: TablePreview;
}

const delimiters = [',', ';', '\t', '|'] as const;
const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

/** What the table is and how its bytes become rows. */
export function MappingBar({ choice, table }: MappingBarProps) {
  const mapping: Mapping = choice.mapping ?? table.mapping;
  // A JSON document names its fields itself: it has no header line.
  const hasLines = table.delimiter !== null || table.sheets.length > 0;
  const adjust = (changed: Mapping) => void adjustMapping(choice.preview.path, changed);
  const shown = shownPart(mapping, table);
  const adjustShown = (changed: Mapping) => adjust(withShownPart(mapping, table, changed));
  const sheet = sheetOf(mapping, table);
  return (
    <div className="mapping-bar">
      {sheet !== null && (
        <Choice
          label={t('mapping.sheet')}
          value={sheet}
          options={table.sheets.map((value) => ({ value, title: value }))}
          onChange={(next) => void adjustMapping(choice.preview.path, choice.mapping, { sheet: next })}
        />
      )}
      {sheet !== null && (
        <Check
          isChecked={mapping.sheets?.[sheet]?.skip === true}
          onChange={(isSkipped) => adjust(withSheetSkipped(mapping, sheet, isSkipped))}
        >
          {t('mapping.skipSheet')}
        </Check>
      )}
      <Choice
        label={t('mapping.kind')}
        value={table.kind ?? ''}
        options={[
          ...(table.kind === null ? [{ value: '' as const, title: t('mapping.chooseKind') }] : []),
          ...tableKinds.map((kind) => ({ value: kind, title: t(`kind.${kind}`) })),
        ]}
        onChange={(kind) => {
          if (kind !== '') adjustShown(withKind(shown, kind));
        }}
      />
      {hasLines && (
        <HeaderRow
          row={table.headerRow}
          onChange={(headerRow) => adjustShown(withShape(shown, { headerRow }))}
        />
      )}
      {table.delimiter !== null && (
        <Choice
          label={t('mapping.delimiter')}
          value={table.delimiter}
          options={[...new Set([...delimiters, table.delimiter])].map((value) => ({
            value,
            title: delimiterName(value),
          }))}
          onChange={(delimiter) => adjust(withShape(mapping, { delimiter }))}
        />
      )}
      {table.delimiter !== null && (
        <Choice
          label={t('mapping.encoding')}
          value={encodings.find((encoding) => encoding === table.encoding) ?? 'utf-8'}
          options={encodings.map((value) => ({ value, title: value.toUpperCase() }))}
          onChange={(encoding) => adjust(withShape(mapping, { encoding }))}
        />
      )}
    </div>
  );
}

function HeaderRow({ row, onChange }: { readonly row: number; readonly onChange: (row: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    const wanted = Number.parseInt(typed ?? '', 10);
    setTyped(null);
    if (Number.isInteger(wanted) && wanted >= 0 && wanted !== row) onChange(wanted);
  };
  return (
    <label className="field">
      <span className="field__label">{t('mapping.headerRow')}</span>
      <input
        className="field__control field__control--number"
        type="number"
        min={0}
        value={typed ?? String(row)}
        title={t('mapping.headerRowHint')}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
    </label>
  );
}

function delimiterName(delimiter: string): string {
  if (delimiter === ',') return t('mapping.comma');
  if (delimiter === ';') return t('mapping.semicolon');
  if (delimiter === '\t') return t('mapping.tab');
  return delimiter === '|' ? t('mapping.bar') : delimiter;
}
