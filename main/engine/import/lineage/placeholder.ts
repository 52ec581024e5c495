/** True for text that a template leaves to be filled in: {{TIME}}, ${time}, %(time)s, <time>, YYYY-MM-DD. */
export function isPlaceholder(text: string): boolean {
  return /\{\{.*\}\}|\{%.*%\}|\$\{.*\}|%\(.*\)s|^<[^>]*>$|^YYYY-MM-DD/i.test(text);
}
