import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { DocumentWriter } from '@lotse/privacy';
import { join } from 'node:path';
import { TEMPLATE } from './template';

/** Nothing lies there: the compiler reads what it is given and no file of the machine. */
const NOWHERE = join(__dirname, 'no-workspace');

/** Documents as PDF by Typst, in this process. Every PDF is tagged, so that screen readers find headings and paragraphs. */
export const createTypstDocuments = (): DocumentWriter => ({
  pdf: async (document) => {
    const compiler = NodeCompiler.create({ workspace: NOWHERE });
    compiler.mapShadow(join(NOWHERE, 'data.json'), Buffer.from(JSON.stringify(document)));
    const compiled = compiler.compile({ mainFileContent: TEMPLATE });
    const { result } = compiled;
    if (result === null || compiled.hasError()) throw new Error('The document could not be written as PDF');
    return compiler.pdf(result, { pdfTags: true });
  },
});
