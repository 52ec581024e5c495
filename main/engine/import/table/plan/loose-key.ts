/** Words of headers that mean the same. */
const synonyms: Readonly<Record<string, string>> = {
  application: 'system',
  app: 'system',
  organization: 'organisation',
  org: 'organisation',
  identifier: 'id',
  no: 'number',
  nr: 'number',
  num: 'number',
  maximum: 'max',
  centre: 'center',
  datacentre: 'data center',
  datacenter: 'data center',
  dataset: 'data set',
  datetime: 'date time',
  msg: 'message',
  dest: 'destination',
  dst: 'destination',
  src: 'source',
  uid: 'id',
  pat: 'patient',
  pt: 'patient',
};

/** Words that say nothing of which column it is. */
const fillers = new Set([
  'name',
  'of',
  'the',
  'a',
  'an',
  'for',
  'details',
  'utc',
  'gmt',
  'local',
  'if',
  'applicable',
]);

/**
 * A header by its telling words, in order: "Name of the Source application" and "sourceSystem" are both
 * "source system". Empty where nothing telling is left.
 */
export function looseKey(header: string, isPlural: boolean): string {
  const key = header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => (isPlural ? singular(word) : word))
    .filter((word) => word !== '' && !fillers.has(word))
    .map((word) => (Object.hasOwn(synonyms, word) ? synonyms[word] : word))
    .join(' ');
  // "No." and "Id" alone number the rows of a sheet.
  return key === 'number' || key === 'id' ? '' : key;
}

const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word)
    ? word.endsWith('ies')
      ? `${word.slice(0, -3)}y`
      : word.slice(0, -1)
    : word;
