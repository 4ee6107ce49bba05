// Reads a PDF from standard input as another program does, and prints as JSON what its tags say: for tests.
import { buffer } from 'node:stream/consumers';

// Nothing is drawn.
globalThis.DOMMatrix ??= class {};
const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');

const data = new Uint8Array(await buffer(process.stdin));
const pdf = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
const { info } = await pdf.getMetadata();
const rows = [];
const headings = [];
const roles = new Set();

/** What the marks of a page hold, by their ids. */
async function marksOf(page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const marks = new Map();
  const open = [];
  for (const item of items) {
    if (item.type === 'endMarkedContent') open.pop();
    else if (item.type !== undefined) open.push(item.id);
    else {
      const id = open.findLast((one) => one !== undefined);
      marks.set(id, `${marks.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
    }
  }
  return marks;
}

for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const marks = await marksOf(page);
  const textOf = (node) =>
    'role' in node ? node.children.map(textOf).join('').trim() : (marks.get(node.id) ?? '');
  const walk = (node) => {
    if (!('role' in node)) return;
    roles.add(node.role);
    if (node.role === 'TR') rows.push(node.children.map(textOf));
    if (/^H\d$/.test(node.role)) headings.push(textOf(node));
    node.children.forEach(walk);
  };
  const tree = await page.getStructTree();
  if (tree !== null) walk(tree);
}
process.stdout.write(
  JSON.stringify({ title: info.Title, language: info.Language, headings, rows, roles: [...roles] }),
);
