import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { VISITS, type Visit } from './interactions';

/** What the issue asks for. Printed beside what was found; nothing fails by it, since machines differ. */
const GOAL_MS = 100;
const ROUNDS = 5;
/** Time for the picture that answers an interaction, and for what it loads. */
const SETTLE_MS = 400;
const CHROMIUM = process.env.LOTSE_CHROMIUM ?? '/usr/bin/chromium';

/** A page with one button and nothing else: what an interaction costs in this browser at least. */
const BARE = `data:text/html,<title>bare</title><button onclick="this.textContent=Date.now()">x</button>`;

/** The Event Timing API tells how long after the event its picture was there; by steps of 8 ms, and no less than 16. */
const WATCH = `window.seen = []; new PerformanceObserver((list) => {
  for (const { interactionId, duration } of list.getEntries()) if (interactionId > 0) window.seen.push(duration);
}).observe({ type: 'event', durationThreshold: 16 });`;

async function timed(page: Page, act: (page: Page) => Promise<void>): Promise<number> {
  await page.evaluate('window.seen.length = 0');
  await act(page);
  await page.waitForTimeout(SETTLE_MS);
  return page.evaluate<number>('Math.max(8, ...window.seen)');
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

async function bare(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  await page.goto(BARE);
  await page.evaluate(WATCH);
  const found: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    found.push(await timed(page, (one) => one.locator('button').click()));
  await page.close();
  return median(found);
}

async function signIn(browser: Browser, url: string, account: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const headers = { 'X-Lotse-Request': '1' };
  const answer = await page.request.post(`${url}/api/v1/session/demo`, { data: { account }, headers });
  if (!answer.ok())
    throw new Error(
      `${url} let ${account} not in (${answer.status()}): is that the address that npm run demo printed?`,
    );
  return page;
}

type Found = ReadonlyMap<string, readonly number[]>;

async function visited(
  browser: Browser,
  url: string,
  { account, path, interactions }: Visit,
): Promise<Found> {
  const found = new Map<string, number[]>();
  const page = await signIn(browser, url, account);
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto(url + path);
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(WATCH);
    for (const { name, act } of interactions)
      found.set(name, [...(found.get(name) ?? []), await timed(page, act)]);
  }
  await page.context().close();
  return found;
}

function row(name: string, values: readonly number[], least: number): string {
  const middle = median(values);
  const worst = Math.max(...values);
  const goal = worst <= GOAL_MS ? 'met' : middle <= GOAL_MS ? 'met by the median' : 'missed';
  return `| ${name} | ${middle} | ${worst} | ${(middle / least).toFixed(1)} | ${goal} |`;
}

/** Prints how long the console takes to answer, beside a bare button of the same browser. @param url that `npm run demo` printed @param part of the path of pages; all unless given */
async function main(url: string | undefined, part = ''): Promise<void> {
  if (url === undefined) throw new Error('Give the address that npm run demo printed');
  if (!existsSync(CHROMIUM))
    throw new Error(`There is no ${CHROMIUM}: install chromium or set LOTSE_CHROMIUM`);
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    const least = await bare(browser);
    process.stdout.write(
      `A bare button: ${least} ms. Of ${ROUNDS} rounds each, goal ${GOAL_MS} ms.\n\n| interaction | median ms | most ms | of a bare button | goal |\n| --- | --- | --- | --- | --- |\n`,
    );
    for (const visit of VISITS.filter(({ path }) => path.includes(part)))
      for (const [name, values] of await visited(browser, url.replace(/\/$/, ''), visit))
        process.stdout.write(`${row(name, values, least)}\n`);
  } finally {
    await browser.close();
  }
}

main(process.argv[2], process.argv[3]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
