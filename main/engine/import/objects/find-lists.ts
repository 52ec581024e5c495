import { jsonPointer } from '../json/element';

/** Lists deeper than this belong to something else than a table. */
const deepest = 6;
const mostLists = 20;

interface Frame {
  readonly isArray: boolean;
  key: string | number;
}

/** A list of objects in a document. */
export interface FoundList {
  /** JSON pointer of the array. */
  readonly pointer: string;
  /** The member's own name. */
  readonly key: string;
}

/**
 * Where a document, or its first part, holds arrays of objects: by walking its text, since the part of a
 * large document is no JSON by itself. An array inside an element of another is the element's own.
 */
export function findLists(text: string): readonly FoundList[] {
  const found: FoundList[] = [];
  const stack: Frame[] = [];
  let insideList = 0;
  for (let at = 0; at < text.length && found.length < mostLists; at += 1) {
    const c = text[at];
    const top = stack.at(-1);
    if (c === '"') {
      const end = endOfString(text, at);
      if (end < 0) break;
      const after = /\S/.exec(text.slice(end + 1, end + 50))?.[0];
      if (after === ':' && top && !top.isArray) top.key = keyOf(text.slice(at, end + 1));
      at = end;
    } else if (c === '[' || c === '{') {
      const isArray = c === '[';
      const isList = isArray && insideList === 0 && stack.length > 0 && stack.length <= deepest;
      if (isList && !stack.some((frame) => frame.isArray) && /^\s*\{/.test(text.slice(at + 1, at + 500))) {
        found.push({ pointer: jsonPointer(stack.map((frame) => frame.key)), key: String(top?.key ?? '') });
        insideList = stack.length + 1;
      }
      stack.push({ isArray, key: isArray ? 0 : '' });
    } else if (c === ']' || c === '}') {
      if (stack.length === insideList) insideList = 0;
      stack.pop();
    } else if (c === ',' && top?.isArray) top.key = Number(top.key) + 1;
  }
  return found;
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return -1;
}

function keyOf(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.slice(1, -1);
  }
}
