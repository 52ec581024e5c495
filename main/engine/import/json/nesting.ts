/** Values nested deeper than this are refused: no format does it, and walking them would overflow the stack. */
export const maximumDepth = 1000;

/** True where brackets outside strings are nested too deep. Short texts cannot be, and are not looked at. */
export function isTooDeep(bytes: Buffer): boolean {
  if (bytes.length < maximumDepth * 2) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inString) {
      if (byte === 0x22) inString = false;
      else if (byte === 0x5c) at++;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth++;
      if (depth > maximumDepth) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return false;
}
