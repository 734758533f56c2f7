import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-sync',
];

let browser: Browser;
let page: Page;
let outside: string[];

beforeAll(async () => {
  const executablePath = CHROMIUM.find((file) => existsSync(file));
  if (executablePath === undefined) throw new Error('Install Chromium: apt-get install chromium');
  browser = await chromium.launch({ executablePath, args: QUIET });
});
afterAll(() => browser?.close());

beforeEach(async () => {
  page = await browser.newPage();
  outside = [];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1' && hostname !== 'localhost') {
      outside.push(request.url());
    }
  });
});

test('the landing page leads to GraphiQL and to Sandbox, and asks nothing of the outside', async () => {
  await page.goto(inject('stack').router);
  await page
    .getByRole('link', { name: /GraphiQL/ })
    .first()
    .waitFor();
  await page
    .getByRole('link', { name: /Sandbox/ })
    .first()
    .waitFor();
  expect(await page.locator('details').count()).toBe(8);
  expect(outside).toEqual([]);
});

test('GraphiQL runs an example against the graph, offline', async () => {
  await page.goto(inject('stack').router);
  await page.locator('summary').first().click();
  await page.locator('details').first().getByRole('link', { name: 'GraphiQL' }).click();
  const run = page.getByRole('button', { name: /execute/i });
  const result = page.locator('.result-window');
  // The button is there before the editor is, and does nothing until then.
  await vi.waitFor(
    async () => {
      await run.click();
      await expect.poll(() => result.textContent(), { timeout: 3_000 }).toContain('totalCount');
    },
    { timeout: 45_000, interval: 500 },
  );
  expect(outside).toEqual([]);
});
