/** An address without the user name and password that connection strings carry: they are never stored. */
export function redactAddress(address: string): string {
  return address
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^/@\s]*@/gi, '$1')
    .replace(/((?:password|pwd|secret|token|user|uid)\s*=\s*)[^;&\s]+/gi, '$1…');
}
