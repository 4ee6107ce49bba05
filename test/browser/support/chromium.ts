import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Debian's; elsewhere the variable names one. */
const CHROMIUM = process.env.LOTSE_CHROMIUM ?? '/usr/bin/chromium';

export const hasChromium = existsSync(CHROMIUM);

/** A suite that needs a browser: skipped, and said so, where there is none. */
export const describeInBrowser: jest.Describe = hasChromium
  ? describe
  : Object.assign(
      (name: string | number | Function | jest.FunctionLike) =>
        describe.skip(`${String(name)} (skipped: there is no ${CHROMIUM}; install chromium or set LOTSE_CHROMIUM)`, () => {
          it('needs a browser', () => undefined);
        }),
      { only: describe.only, skip: describe.skip, each: describe.each },
    );

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    // As root there is no sandbox; the pages are our own.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
