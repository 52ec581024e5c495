import { kindText } from '../../strings/kind-text';
import { t } from '../../strings/text';

const settingNames: Readonly<Record<string, () => string>> = {
  kind: () => t('mapping.kind'),
  headerRow: () => t('mapping.headerRow'),
  delimiter: () => t('mapping.delimiter'),
  encoding: () => t('mapping.encoding'),
  sheet: () => t('mapping.sheet'),
  pattern: () => t('pattern.label'),
  importer: () => t('sources.importer'),
  'time.format': () => t('mapping.timeFormat'),
  'time.zone': () => t('zone.label'),
};

const delimiterNames: Readonly<Record<string, () => string>> = {
  ',': () => t('mapping.comma'),
  ';': () => t('mapping.semicolon'),
  '\t': () => t('mapping.tab'),
  '|': () => t('mapping.bar'),
};

/**
 * A stored mapping as lines of what and how: settings in words, fields as "message id: Ref", other nested
 * parts joined by their keys. It was checked when it was stored, but a case may come from anyone, so nothing
 * about its shape is assumed.
 */
export function mappingLines(mapping: unknown): readonly (readonly [string, string])[] {
  return leaves(mapping, []).map(([path, value]) => {
    const key = path.join('.');
    const setting = Object.hasOwn(settingNames, key) ? settingNames[key]?.() : undefined;
    const name = setting ?? (path[0] === 'columns' ? spaced(path.slice(1)) : spaced(path));
    if (key === 'kind') return [name, kindText(value)];
    if (key === 'delimiter' && Object.hasOwn(delimiterNames, value))
      return [name, delimiterNames[value]?.() ?? value];
    return [name, value];
  });
}

function leaves(value: unknown, path: readonly string[]): readonly (readonly [readonly string[], string])[] {
  if (typeof value !== 'object' || value === null) {
    return path.length === 0 || value === null || value === undefined ? [] : [[path, String(value)]];
  }
  return Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key]));
}

/** `messageId` → "message id"; what a file says itself is left as it is. */
const spaced = (path: readonly string[]) =>
  path
    .map((part, index) =>
      index === 0 ? part.replace(/([a-z])([A-Z])/g, (_all, a, b) => `${a} ${b.toLowerCase()}`) : part,
    )
    .join(' · ');
