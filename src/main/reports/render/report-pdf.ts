/** A report as the bytes of a PDF: fonts are part of the program, nothing is read or fetched, no clock is asked. */
import exported from 'pdfmake/js/Printer.js';
import fonts from 'pdfmake/build/vfs_fonts.js';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

const Printer = 'default' in exported ? exported.default : exported;

const roboto = {
  Roboto: {
    normal: 'Roboto-Regular.ttf',
    bold: 'Roboto-Medium.ttf',
    italics: 'Roboto-Italic.ttf',
    bolditalics: 'Roboto-MediumItalic.ttf',
  },
};

const files = {
  existsSync: (name: string): boolean => Object.hasOwn(fonts, name),
  readFileSync: (name: string): Uint8Array => Buffer.from(fonts[name] ?? '', 'base64'),
};

/** Nothing in our papers has an address; one that had would stay unread. */
const addresses = { resolve: (): void => undefined, resolved: (): Promise<void> => Promise.resolve() };

/** The same definition gives the same bytes. */
export async function pdfBytes(definition: TDocumentDefinitions): Promise<Uint8Array> {
  const printer = new Printer(structuredClone(roboto), files, addresses, () => false);
  const stream = await printer.createPdfKitDocument(definition);
  return await new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    stream.on('data', (chunk) => void chunks.push(chunk));
    stream.on('end', () => resolve(Buffer.concat(chunks)));
    stream.on('error', reject);
    stream.end();
  });
}
