/** The parts of pdfmake that are used; its entry would bring code that loads fonts and images from addresses. */
declare module 'pdfmake/js/Printer.js' {
  import type { TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces';

  interface Files {
    existsSync(name: string): boolean;
    readFileSync(name: string): Uint8Array;
  }
  interface Addresses {
    resolve(url: string): void;
    resolved(): Promise<void>;
  }
  interface PdfStream {
    on(event: 'data', listener: (chunk: Uint8Array) => void): void;
    on(event: 'end', listener: () => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
    end(): void;
  }
  export class Printer {
    constructor(
      fonts: TFontDictionary,
      files: Files,
      addresses: Addresses,
      mayRead: (path: string) => boolean,
    );
    createPdfKitDocument(definition: TDocumentDefinitions): Promise<PdfStream>;
  }
  /** A CommonJS module: Node gives its exports as the default, bundlers its default itself. */
  const exported: typeof Printer | { readonly default: typeof Printer };
  export default exported;
}

declare module 'pdfmake/build/vfs_fonts.js' {
  /** Base64 by file name. */
  const fonts: Readonly<Record<string, string>>;
  export default fonts;
}
