import AxeBuilder from '@axe-core/playwright';
import { readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startTestApi, type ApiUnderTest } from '../../e2e/support/running-api';
import { launchChromium } from './chromium';

/** The day on which these tests happen: internships of the reference cohort are under way. */
const TODAY = '2024-09-02';
const SCREENS = join(__dirname, '../../../artefacts/screens');
const EXAMPLE = join(__dirname, '../../../examples/kg-glass-2023/kg-glass-2023.jsonl');

export const SIZES = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 360, height: 740 },
} as const;
export type Size = keyof typeof SIZES;

export interface LookOptions {
  readonly language?: 'de' | 'en' | 'ru' | 'ky';
  readonly dark?: boolean;
}

/** The console as it ships on a real API and database, with the reference cohort and the demo's users, and a browser before it. */
export interface Console {
  readonly api: ApiUnderTest;
  readonly browser: Browser;
  /** A page in a browser of its own, with nobody signed in. */
  open(path: string, size?: Size, options?: LookOptions): Promise<Page>;
  /** Signed in as a user of the demo by one click, on their first page or on `path`. */
  as(account: string, size?: Size, options?: LookOptions & { readonly path?: string }): Promise<Page>;
  /** Keeps a screenshot as an artefact; fails on serious findings of axe and on anything that the content policy kept out. */
  look(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

/** Violations of the content policy and errors of scripts, by page. */
const faults = new WeakMap<Page, string[]>();

/** The commands of the reference cohort that had happened by the day, and all of its records. */
const untilToday = (): string =>
  readFileSync(EXAMPLE, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .filter((line) => {
      const { type, happenedOn }: { type: string; happenedOn?: string } = JSON.parse(line);
      return type !== 'command' || (happenedOn ?? '') <= TODAY;
    })
    .join('\n');

export async function openConsole(): Promise<Console> {
  const api = await startTestApi({ LOTSE_DEMO_LOGIN: 'true', RATE_LIMIT_REQUESTS: '100000' });
  api.turnTo(TODAY);
  await api.importLines(untilToday());
  const browser = await launchChromium();

  async function open(
    path: string,
    size: Size = 'desktop',
    { language = 'de', dark = false }: LookOptions = {},
  ): Promise<Page> {
    const context = await browser.newContext({
      viewport: SIZES[size],
      locale: language === 'ky' ? 'ru-KG' : language,
      colorScheme: dark ? 'dark' : 'light',
      timezoneId: 'Europe/Berlin',
      hasTouch: size === 'phone',
      isMobile: size === 'phone',
      reducedMotion: 'reduce',
    });
    // As text: the tests are compiled without the names of a browser.
    await context.addInitScript(
      `if (localStorage.getItem('lotse.language') === null) localStorage.setItem('lotse.language', '${language}');`,
    );
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(`${TODAY}T10:00:00Z`));
    page.setDefaultTimeout(60_000);
    const found: string[] = [];
    faults.set(page, found);
    page.on('pageerror', (error) => void found.push(String(error)));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) found.push(message.text());
    });
    await page.goto(api.url + path);
    return page;
  }

  return {
    api,
    browser,
    open,
    async as(account, size, options = {}) {
      const page = await open('/sign-in', size, options);
      const { demo } = (await (await page.request.get(`${api.url}/api/v1/session/ways`)).json()) as {
        readonly demo: readonly { readonly id: string; readonly name: string }[];
      };
      const name = demo.find(({ id }) => id === account)?.name ?? account;
      await page.getByRole('button', { name }).click();
      await page.waitForURL((url) => url.pathname !== '/sign-in' && url.pathname !== '/');
      if (options.path !== undefined) await page.goto(api.url + options.path);
      return page;
    },
    async look(page, name) {
      await page.locator('main').waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      mkdirSync(SCREENS, { recursive: true });
      await page.screenshot({ path: join(SCREENS, `${name}.png`) });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      const serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' · ')}`);
      expect({ axe: serious, faults: faults.get(page) }).toEqual({ axe: [], faults: [] });
    },
    async close() {
      await browser.close();
      await api.close();
    },
  };
}
