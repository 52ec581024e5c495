import { headerKey } from '../plan/field-dictionary';

/** Headers under which anything may stand, and the fields that only a list of places has. */
const anyName = /^(name|component|infrastructure)$/;
const fieldsOfPlaces = ['network', 'firewall', 'host'];
const placeWords =
  /\b(sites?|building|campus|room|rack|data ?cent(re|er)|dc|cloud|region|location|networks?|lan|wan|vpn|hscn|n3|firewall|router|switch|link|gateway|balancer|dns)\b|rechenzentrum|netz|standort|réseau|pare-feu|centro|sede|netwerk|datacent|nätverk|nettverk|netværk/i;

/** "Name, type" heads lists of libraries, shops and people too: of places, a row says that it is one. */
export function speaksOfPlaces(
  header: readonly string[],
  fields: readonly (string | null)[],
  rows: readonly (readonly string[])[],
): boolean {
  const site = fields.indexOf('site');
  if (!anyName.test(headerKey(header[site] ?? ''))) return true;
  if (fieldsOfPlaces.some((field) => fields.includes(field))) return true;
  const columns = [site, fields.indexOf('kind'), fields.indexOf('dependsOn')];
  return rows.some((row) => columns.some((column) => placeWords.test(row[column] ?? '')));
}
