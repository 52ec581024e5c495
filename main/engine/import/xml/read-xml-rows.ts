import { type FactSink, FileRefused, type ImportInput } from '../importer';
import type { XmlTag } from './read-xml';
import { readXmlRecords, type XmlRecordHandler, type XmlRecordLimits } from './read-xml-records';
import { XmlBroken } from './xml-broken';
import type { XmlElement } from './xml-element';

export interface XmlRowHandler extends Pick<XmlRecordHandler, 'isRecord' | 'outside'> {
  /** Reads one row; it calls `accept` or `reject` itself, once. */
  row(element: XmlElement, ancestors: readonly XmlTag[]): void;
  /** What to say of a sound document without a row, which is then refused; unset, it is accepted. */
  readonly empty?: string;
}

const readBefore = ' What stood before was read.';

/**
 * An importer's rows from an XML file, with everything that can be wrong with the file told to the sink: a
 * damaged row is rejected, a file that breaks off keeps what stood before and rejects the torn row, and a
 * file without one readable row is refused.
 */
export async function readXmlRows(
  input: ImportInput,
  sink: FactSink,
  handler: XmlRowHandler,
  limits: Partial<XmlRecordLimits> = {},
): Promise<void> {
  let rows = 0;
  let tornLine = 0;
  try {
    await readXmlRecords(
      input.open(),
      {
        isRecord: (tag, ancestors) => handler.isRecord(tag, ancestors),
        outside: (tag, ancestors) => handler.outside?.(tag, ancestors),
        record(element, ancestors, damage) {
          rows += 1;
          if (damage === null) handler.row(element, ancestors);
          else sink.reject({ line: element.line }, 'damaged-xml', `The XML is damaged here (${damage})`);
        },
        damage: (message, line) => sink.warn({ line }, 'damaged-xml', `The XML is damaged here: ${message}`),
        misencoded: (line) =>
          sink.warn(
            { line },
            'wrong-encoding',
            'Bytes that are not of the declared encoding were read as "\uFFFD".',
          ),
        torn(element, problem) {
          tornLine = element.line;
          if (rows > 0) sink.reject({ line: element.line }, problem.code, `${problem.message}${readBefore}`);
        },
        progress: (bytes) => sink.progress(bytes),
      },
      limits,
    );
  } catch (error) {
    if (!(error instanceof XmlBroken)) throw error;
    if (rows === 0) throw new FileRefused(error.code, error.message, error.line);
    if (tornLine === 0) sink.warn({ line: error.line }, error.code, `${error.message}${readBefore}`);
  }
  if (rows === 0 && handler.empty !== undefined) throw new FileRefused('no-row', handler.empty);
}
