import type { ImporterInfo } from '../../../shared/contract/import-methods';

/** The formats that have every word typed, anywhere in what is said of them. */
export function matchingFormats(formats: readonly ImporterInfo[], text: string): readonly ImporterInfo[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return formats.filter(({ id, title, detects, fields, drops }) => {
    const said = [id, title, detects, ...fields, ...drops].join(' ').toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
