import { headerKey } from './field-dictionary';

/** Words that mean whoever is responsible, and in data protection law the controller. */
const eitherWord = new Set(['verantwortlicher', 'responsable', 'responsavel']);
const lawInBrackets = /\([^)]*\b(art\b|dsgvo|ds-gvo|gdpr|rgpd|avg|datenschutz)/i;

/**
 * "Verantwortlicher" or "Responsable" is an owner of any kind by itself, and the controller where the header
 * names the law or where a column of processors stands beside it. The column of the one, or -1.
 */
export function controllerColumn(header: readonly string[], fields: readonly (string | null)[]): number {
  if (fields.includes('controller')) return -1;
  return header.findIndex((text, column) => {
    if (fields[column] !== 'owner') return false;
    const bare = headerKey(text.replace(/\([^)]*\)/g, ' '));
    return eitherWord.has(bare) && (lawInBrackets.test(text) || fields.includes('processor'));
  });
}
