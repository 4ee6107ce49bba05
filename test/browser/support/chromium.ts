import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Debian's; elsewhere the variable names one. */
const CHROMIUM = process.env.LOTSE_CHROMIUM ?? '/usr/bin/chromium';

const hasChromium = existsSync(CHROMIUM);

const launched: Browser[] = [];

/** Pages that stay open would go on looking at every change that a later test makes. */
const closePages = async (): Promise<void> => {
  await Promise.all(launched.flatMap((browser) => browser.contexts()).map((context) => context.close()));
};

/** A suite that needs a browser: skipped where there is none, and its name says so. Its pages are closed after each test. */
export function describeInBrowser(name: string, suite: () => void): void {
  if (hasChromium)
    describe(name, () => {
      suite();
      afterEach(closePages);
    });
  else
    describe(`${name} (there is no ${CHROMIUM}: install chromium or set LOTSE_CHROMIUM)`, () => {
      // eslint-disable-next-line jest/no-disabled-tests -- said by the name of the suite
      it.skip('needs a browser', () => undefined);
    });
}

export async function launchChromium(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    // As root there is no sandbox; the pages are our own. A scroll that takes its time is cut short by what it lets appear.
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      '--disable-smooth-scrolling',
    ],
  });
  launched.push(browser);
  return browser;
}
