import { LineCounter, parseDocument } from 'yaml';
import type { Place } from '../../../../shared/model/citation';

/** One YAML document of a file, or why it cannot be used. */
export type YamlDocument =
  | { readonly ok: true; readonly value: unknown; readonly place: Place }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly place: Place;
      readonly raw: string;
    };

const maximumDocumentCharacters = 4 * 1024 * 1024;
/** A catalogue uses anchors to repeat an owner, not to multiply. */
const maximumAliases = 100;

/**
 * The documents of a YAML stream, each parsed by itself, so that a broken one does not take the others with
 * it. A line of `---` at column 0 always ends a document (YAML 1.2.2, 9.1.2), inside block scalars too.
 */
export function* readDocuments(text: string): Generator<YamlDocument> {
  let line = 1;
  let start = 1;
  let kept: string[] = [];
  for (const written of text.split(/\r?\n/)) {
    if (/^---(\s|$)/.test(written)) {
      const document = readDocument(kept.join('\n'), start);
      if (document !== null) yield document;
      kept = [written.slice(3)];
      start = line;
    } else kept.push(/^\.\.\.\s*$/.test(written) ? '' : written);
    line++;
  }
  const last = readDocument(kept.join('\n'), start);
  if (last !== null) yield last;
}

/** Null for a document of space and comments only. */
function readDocument(text: string, start: number): YamlDocument | null {
  const content = text
    .split('\n')
    .findIndex((line) => line.trim() !== '' && !/^\s*#/.test(line) && !/^%/.test(line));
  if (content < 0) return null;
  const place = { line: start + content };
  const problem = (code: string, message: string, line = place.line): YamlDocument => ({
    ok: false,
    code,
    message,
    place: { line },
    raw: text.slice(0, 2000),
  });
  if (text.length > maximumDocumentCharacters) {
    return problem(
      'too-large',
      `One YAML document is larger than ${maximumDocumentCharacters / 1048576} MiB.`,
    );
  }
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false });
    const error = document.errors[0];
    if (error !== undefined) {
      const line = start + Math.max(0, lineCounter.linePos(error.pos[0]).line - 1);
      return problem('bad-yaml', `Not YAML: ${error.message}`, line);
    }
    const value: unknown = document.toJS({ maxAliasCount: maximumAliases });
    return { ok: true, value, place };
  } catch (error) {
    if (error instanceof ReferenceError) {
      return problem(
        'too-many-aliases',
        'The document repeats its anchors far more than a catalogue does; it was not expanded.',
      );
    }
    if (error instanceof RangeError)
      return problem('too-deep', 'Values are nested too deep to be a catalogue.');
    throw error;
  }
}
