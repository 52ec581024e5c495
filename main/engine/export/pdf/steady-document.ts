import { zlibSync } from 'fflate';
import PDFDocument from 'pdfkit';

export interface SteadyDocumentOptions {
  readonly title: string;
  readonly subject: string;
  readonly size: readonly [number, number];
  /** Stands for the moment of writing, which would make every copy differ. */
  readonly date: Date;
}

/** What pdfkit's references hold before they are written. */
interface Reference {
  buffer: Uint8Array[] | Uint8Array;
  readonly data: { Filter?: string; Type?: string };
  finalize(): void;
}

/**
 * A tagged one-page document whose bytes depend on its content alone: no clock in its dates and its id, and
 * streams compressed by a library rather than by the runtime's zlib, which differs between Node and
 * Electron. Claims PDF/UA, for which fonts are embedded and content is tagged or an artifact.
 */
export function steadyDocument({ title, subject, size, date }: SteadyDocumentOptions): PDFKit.PDFDocument {
  const options = {
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    displayTitle: true,
    lang: 'en-GB',
    size: [...size],
    margin: 0,
    compress: false,
    // No standard font: they are not embedded, and their metrics are not in the bundle.
    font: '',
    info: {
      Title: title,
      Subject: subject,
      Creator: 'Whereabouts',
      Producer: 'Whereabouts',
      CreationDate: date,
    },
  };
  // The library's types do not know PDF/UA yet.
  const document = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
  const original = document.ref.bind(document);
  document.ref = (data: Parameters<typeof original>[0]) => {
    const reference = original(data);
    compressOnEnd(reference as unknown as Reference);
    return reference;
  };
  return document;
}

function compressOnEnd(reference: Reference): void {
  const finalize = reference.finalize.bind(reference);
  reference.finalize = () => {
    const { buffer, data } = reference;
    // The metadata stream stays readable to tools that do not unpack.
    if (Array.isArray(buffer) && buffer.length > 0 && data.Filter === undefined && data.Type !== 'Metadata') {
      reference.buffer = [zlibSync(Buffer.concat(buffer), { level: 9 })];
      data.Filter = 'FlateDecode';
    }
    finalize();
  };
}

/** The document's bytes, once it has been ended. */
export async function documentBytes(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  document.end();
  await done;
  return Buffer.concat(chunks);
}
