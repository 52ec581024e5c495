import { isBlank } from './blank';

/**
 * Several names in one cell, parted by semicolons, bars or line breaks, or as a JSON list. A comma is part
 * of many names: it parts only where the column is a list by its header and every part begins as a name does.
 */
export function splitNames(text: string, isList = false): readonly string[] {
  const named = text.startsWith('[') ? namesInJson(text) : null;
  const parts = named ?? text.split(/[;|\n\r\u2022]+/);
  const split = isList && parts.length === 1 && named === null ? atCommas(text) : parts;
  return split.map((part) => part.trim()).filter((part) => !isBlank(part));
}

function atCommas(text: string): readonly string[] {
  const parts = text.split(/,(?![^(]*\))/);
  return parts.every((part) => /^\s*[\p{Lu}\p{N}]/u.test(part)) ? parts : [text];
}

function namesInJson(text: string): readonly string[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(value)) return null;
  const names = value.map((item: unknown) => {
    if (typeof item !== 'object' || item === null) return item === null ? '' : String(item);
    const entry = Object.entries(item).find(([key]) => /^(name|displayName|title|id)$/i.test(key));
    return entry && typeof entry[1] === 'string' ? entry[1] : JSON.stringify(item);
  });
  return names;
}
