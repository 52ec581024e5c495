/** Text for an element or attribute: markup escaped, characters that XML 1.0 forbids left out. */
export function xmlText(text: string): string {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    // XML 1.0, production 2: the others cannot be written at all.
    const isAllowed =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code <= 0xd7ff) ||
      (code >= 0xe000 && code <= 0xfffd) ||
      code >= 0x10000;
    if (!isAllowed) continue;
    if (character === '&') out += '&amp;';
    else if (character === '<') out += '&lt;';
    else if (character === '>') out += '&gt;';
    else if (character === '"') out += '&quot;';
    else if (character === '\r') out += '&#13;';
    else out += character;
  }
  return out;
}
