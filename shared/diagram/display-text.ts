/**
 * Characters that must not reach a drawing: controls and lone surrogates are illegal in XML, and
 * directional controls can make a label read as another one.
 */
const unsafe = new RegExp(
  '[\\u0000-\\u001f\\u007f-\\u009f' + // controls
    '\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff' + // invisible and directional
    '\\ufff9-\\uffff\\ufdd0-\\ufdef]+' + // specials and non-characters
    '|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]', // lone surrogates
  'g',
);

/** A text from a source as it may stand in a picture: one line, no invisible or illegal characters. */
export function displayText(raw: string): string {
  return raw.replace(unsafe, ' ').replace(/\s+/g, ' ').trim();
}
