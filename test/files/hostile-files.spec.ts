import { inspectFile, LIMITS, type FileRefusalCode, type FileType } from '@lotse/files';
import { buildJpeg, buildPng, buildWebp, jpegSegment, pngChunk } from './build-images';
import { buildDocx, buildXlsx, markEncrypted, overlapEntries, zipOf } from './build-office';
import { buildPdf, objectStream } from './build-pdf';

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const relationship = (type: string, target: string, mode = 'External'): string =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`;
/** Written apart, so that no scanner takes this file for what it tests. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');

type Case = readonly [string, () => Buffer, string, FileRefusalCode];
const HOSTILE: readonly Case[] = [
  ['nothing at all', () => Buffer.alloc(0), PDF, 'file-empty'],
  [
    'one byte more than may be',
    () => Buffer.concat([buildPdf(), Buffer.alloc(LIMITS.bytes)]),
    PDF,
    'file-too-large',
  ],
  ['a test virus as text', () => Buffer.from(EICAR), PDF, 'file-type-unknown'],
  [
    'a web page named PDF',
    () => Buffer.from('<!doctype html><script>alert(1)</script>'),
    PDF,
    'file-type-unknown',
  ],
  [
    'an SVG',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    'image/png',
    'file-type-unknown',
  ],
  [
    'a GIF that is a script too',
    () => Buffer.from('GIF89a/*...*/=1;alert(1)'),
    'image/png',
    'file-type-unknown',
  ],
  ['a program', () => Buffer.from('MZ\x90\0\x03', 'latin1'), PDF, 'file-type-unknown'],
  ['a picture stated as PDF', () => buildPng(), PDF, 'file-type-differs'],
  ['a PDF stated as picture', () => buildPdf(), 'image/png', 'file-type-differs'],
  ['a table stated as letter', () => buildXlsx(), DOCX, 'file-type-differs'],
  ['a stated type that is an array', () => buildPdf(), 'application/pdf,image/png', 'file-type-differs'],

  ['a PDF cut off', () => buildPdf().subarray(0, -30), PDF, 'file-broken'],
  [
    'a PDF with a page behind its end',
    () => Buffer.concat([buildPdf(), Buffer.from('<html></html>')]),
    PDF,
    'file-trailing-data',
  ],
  [
    'a PDF that is a web page too',
    () => buildPdf([], '<html><script>alert(1)</script></html>\n'),
    PDF,
    'file-active-content',
  ],
  [
    'a PDF with JavaScript',
    () => buildPdf(['<< /S /JavaScript /JS (app.alert(1)) >>']),
    PDF,
    'file-active-content',
  ],
  [
    'a PDF with JavaScript spelt with escapes',
    () => buildPdf(['<< /S /J#61vaScript /#4aS (app.alert(1)) >>']),
    PDF,
    'file-active-content',
  ],
  [
    'a PDF with JavaScript in a packed object',
    () => buildPdf([objectStream('4 0 << /S /JavaScript >>')]),
    PDF,
    'file-active-content',
  ],
  [
    'a PDF with a packed object that does not unpack',
    () => buildPdf(['<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nxx\nendstream']),
    PDF,
    'file-broken',
  ],
  [
    'a PDF that starts a program',
    () => buildPdf(['<< /S /Launch /F (cmd.exe) >>']),
    PDF,
    'file-active-content',
  ],
  ['a PDF with a file in it', () => buildPdf(['<< /EmbeddedFiles 9 0 R >>']), PDF, 'file-active-content'],
  [
    'a PDF that acts when opened',
    () => buildPdf(['<< /OpenAction << /S /URI >> >>']),
    PDF,
    'file-active-content',
  ],
  [
    'a PDF whose form sends itself',
    () => buildPdf(['<< /S /SubmitForm /F (https://example.org) >>']),
    PDF,
    'file-active-content',
  ],
  ['a PDF with an XFA form', () => buildPdf(['<< /XFA 9 0 R >>']), PDF, 'file-active-content'],
  [
    'a PDF with a password',
    () => buildPdf(['<< /Filter /Standard /V 4 >>\nendobj\ntrailer << /Encrypt 4 0 R >>']),
    PDF,
    'file-encrypted',
  ],

  ['a PNG cut off', () => buildPng().subarray(0, -6), 'image/png', 'file-broken'],
  [
    'a PNG with a wrong check sum',
    () => {
      const bytes = buildPng();
      bytes[30] = (bytes[30] ?? 0) ^ 1;
      return bytes;
    },
    'image/png',
    'file-broken',
  ],
  [
    'a PNG that claims 50,000 times 50,000',
    () => buildPng({ says: [50_000, 50_000] }),
    'image/png',
    'file-image-too-large',
  ],
  ['a PNG of no width', () => buildPng({ says: [0, 2] }), 'image/png', 'file-image-too-large'],
  [
    'a PNG with an archive behind its end',
    () => Buffer.concat([buildPng(), zipOf({ a: 'b' })]),
    'image/png',
    'file-trailing-data',
  ],
  ['a JPEG cut off', () => buildJpeg().subarray(0, -4), 'image/jpeg', 'file-broken'],
  ['a JPEG without a picture', () => Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'image/jpeg', 'file-broken'],
  [
    'a JPEG that claims 65,000 pixels',
    () => buildJpeg({ width: 65_000, height: 65_000 }),
    'image/jpeg',
    'file-image-too-large',
  ],
  [
    'a JPEG with a script behind its end',
    () => Buffer.concat([buildJpeg(), Buffer.from('<?php system($_GET[0]); ?>')]),
    'image/jpeg',
    'file-trailing-data',
  ],
  ['a WebP cut off', () => buildWebp().subarray(0, -5), 'image/webp', 'file-broken'],
  [
    'a WebP with data behind its end',
    () => Buffer.concat([buildWebp(), Buffer.from('<script>')]),
    'image/webp',
    'file-trailing-data',
  ],
  [
    'a WebP that claims 16,000 pixels',
    () => buildWebp({ width: 16_000, height: 16_000 }),
    'image/webp',
    'file-image-too-large',
  ],

  ['an archive that is no office file', () => zipOf({ 'a.txt': 'a' }), DOCX, 'file-type-unknown'],
  [
    'an office file that is letter and table',
    () => buildDocx({ 'xl/workbook.xml': '<workbook/>' }),
    DOCX,
    'file-type-unknown',
  ],
  ['an archive cut off', () => buildDocx().subarray(0, -30), DOCX, 'file-broken'],
  ['a letter with macros', () => buildDocx({ 'word/vbaProject.bin': 'x' }), DOCX, 'file-active-content'],
  [
    'a letter whose type says macros',
    () =>
      buildDocx({
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      }),
    DOCX,
    'file-active-content',
  ],
  [
    'a letter with a control',
    () => buildDocx({ 'word/activeX/activeX1.xml': '<a/>' }),
    DOCX,
    'file-active-content',
  ],
  [
    'a letter with a file in it',
    () => buildDocx({ 'word/embeddings/oleObject1.bin': 'x' }),
    DOCX,
    'file-active-content',
  ],
  [
    'a letter with an archive in it',
    () => buildDocx({ 'word/media/a.zip': zipOf({ a: 'b' }) }),
    DOCX,
    'file-active-content',
  ],
  [
    'a letter that reads files of the server',
    () =>
      buildDocx({ 'word/document.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>' }),
    DOCX,
    'file-active-content',
  ],
  [
    'a letter with a template from elsewhere',
    () =>
      buildDocx({
        'word/_rels/settings.xml.rels': relationship('attachedTemplate', 'https://example.org/x.dotm'),
      }),
    DOCX,
    'file-external-content',
  ],
  [
    'a letter with a picture from elsewhere',
    () =>
      buildDocx({ 'word/_rels/document.xml.rels': relationship('image', 'https://example.org/pixel.png') }),
    DOCX,
    'file-external-content',
  ],
  [
    'a letter with a field that runs',
    () =>
      buildDocx({
        'word/document.xml': '<w:p><w:instrText>DDEAUTO c:\\windows\\system32\\cmd.exe</w:instrText></w:p>',
      }),
    DOCX,
    'file-external-content',
  ],
  [
    'a table with links to other tables',
    () => buildXlsx({ 'xl/externalLinks/externalLink1.xml': '<a/>' }),
    XLSX,
    'file-external-content',
  ],
  [
    'a table with an old macro sheet',
    () => buildXlsx({ 'xl/macrosheets/sheet1.xml': '<a/>' }),
    XLSX,
    'file-active-content',
  ],
  ['a letter with a password', () => markEncrypted(buildDocx()), DOCX, 'file-encrypted'],
  [
    'a bomb: 30 MiB of nothing',
    () => buildDocx({ 'word/media/image1.png': new Uint8Array(30 * 1024 * 1024) }),
    DOCX,
    'file-archive-unsafe',
  ],
  [
    'a bomb of parts that share their bytes',
    () => overlapEntries(buildDocx({ 'word/a.xml': 'aaaa', 'word/b.xml': 'bbbb' })),
    DOCX,
    'file-archive-unsafe',
  ],
  [
    'a letter of 3,000 parts',
    () => buildDocx(Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`word/p${n}.xml`, '<a/>']))),
    DOCX,
    'file-archive-unsafe',
  ],
  [
    'a letter with a part outside its folder',
    () => buildDocx({ '../../etc/cron.d/x': 'x' }),
    DOCX,
    'file-broken',
  ],
];

describe('a hostile file is refused, and the refusal says why', () => {
  it.each(HOSTILE)('%s', async (_name, build, stated, code) => {
    expect(await inspectFile(build(), stated)).toMatchObject({ code });
  });
});

const SOUND: readonly (readonly [string, () => Buffer, FileType])[] = [
  ['a PDF', () => buildPdf(), PDF],
  ['a PDF with harmless packed objects', () => buildPdf([objectStream('4 0 << /Type /Font >>')]), PDF],
  ['a PNG', () => buildPng(), 'image/png'],
  ['a JPEG', () => buildJpeg(), 'image/jpeg'],
  ['a WebP', () => buildWebp(), 'image/webp'],
  ['a letter', () => buildDocx(), DOCX],
  [
    'a letter with a link to a page',
    () => buildDocx({ 'word/_rels/document.xml.rels': relationship('hyperlink', 'https://example.org') }),
    DOCX,
  ],
  ['a table', () => buildXlsx(), XLSX],
];

describe('an ordinary file is taken', () => {
  it.each(SOUND)('%s', async (_name, build, type) => {
    expect(await inspectFile(build(), type)).toMatchObject({ type, bytes: expect.any(Buffer) });
  });

  it.each([
    [
      'PNG',
      () =>
        buildPng({
          extra: [pngChunk('eXIf', Buffer.from('GPS 41.4N')), pngChunk('tEXt', Buffer.from('GPS 41.4N'))],
        }),
      'image/png',
    ],
    [
      'JPEG',
      () =>
        buildJpeg({
          extra: [
            jpegSegment(0xe1, Buffer.from('Exif\0\0GPS 41.4N')),
            jpegSegment(0xfe, Buffer.from('GPS 41.4N')),
          ],
        }),
      'image/jpeg',
    ],
    ['WebP', () => buildWebp({ exif: Buffer.from('GPS 41.4N!') }), 'image/webp'],
  ] as const)('a %s loses the place where it was taken', async (_name, build, type) => {
    const sound = await inspectFile(build(), type);
    if ('code' in sound) throw new Error(sound.code);
    expect(build().includes('GPS')).toBe(true);
    expect(sound.bytes.includes('GPS')).toBe(false);
    expect(await inspectFile(sound.bytes, type)).toEqual(sound);
  });
});
