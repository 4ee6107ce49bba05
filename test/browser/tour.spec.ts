import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './support/chromium';
import { openConsole, type Console } from './support/console';
import { TOUR, tourPage } from './support/tour-stops';

jest.setTimeout(600_000);

const DOCS = join(__dirname, '../../docs');
/** `npm run tour` writes the pictures and the page; else every stop is looked at. */
const isWriting = process.env.TOUR === 'write';
/** All pictures together: they are part of every clone. */
const MOST_BYTES = 1_500_000;

const pictureOf = (name: string): string => join(DOCS, 'tour', `${name}.webp`);

/** The page as WebP, which Chromium writes itself. */
async function picture(page: Page): Promise<Buffer> {
  const studio = await page.context().newPage();
  const png = (await page.screenshot()).toString('base64');
  // As text: the tests are compiled without the names of a browser.
  const webp = await studio.evaluate<string>(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${png}';
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.8);
  })()`);
  return Buffer.from(webp.slice(webp.indexOf(',') + 1), 'base64');
}

describeInBrowser('the tour', () => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole();
    writeFileSync(join(console_.api.home, 'last-backup'), '2024-09-02T02:30:00Z\n');
    if (!isWriting) return;
    mkdirSync(join(DOCS, 'tour'), { recursive: true });
    writeFileSync(join(DOCS, 'tour.md'), tourPage());
  });
  afterAll(() => console_.close());

  it.each(TOUR)('$name', async ({ name, account, path, size, options }) => {
    const page =
      account === undefined
        ? await console_.open(path, size, options)
        : await console_.as(account, size, { ...options, path });
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    try {
      await console_.look(page, `tour-${name}`);
    } finally {
      if (isWriting) writeFileSync(pictureOf(name), await picture(page));
    }
  });

  it('is what docs/tour.md shows, in pictures that are small: else run npm run tour', () => {
    expect(readFileSync(join(DOCS, 'tour.md'), 'utf8')).toBe(tourPage());
    expect(TOUR.filter(({ name }) => !existsSync(pictureOf(name)))).toEqual([]);
    const bytes = TOUR.reduce((sum, { name }) => sum + statSync(pictureOf(name)).size, 0);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });
});
