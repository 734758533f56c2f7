import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';

let browser: Browser;
let page: Page;
let outside: string[];
let complaints: string[];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  outside = [];
  complaints = [];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') outside.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});

test('the reference of the REST routes is whole, asks nothing of the outside, and complains of nothing', async () => {
  await page.goto(`${inject('stack').router}/docs/`);
  await page.getByRole('heading', { name: 'Souk', exact: true }).first().waitFor();
  for (const tag of ['Catalogue', 'Cart', 'Checkout', 'Orders', 'People']) {
    await page
      .getByRole('link', { name: tag })
      .or(page.getByRole('button', { name: tag }))
      .first()
      .waitFor();
  }
  await page.getByText('List or search products').first().waitFor();
  expect(outside).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a route can be tried from there, against this router and nobody else', async () => {
  await page.goto(`${inject('stack').router}/docs/#tag/catalogue/GET/categories`);
  await page
    .getByRole('button', { name: /Test Request.*\/categories\)/ })
    .first()
    .click();
  const answered = page.waitForResponse((response) => response.url().includes('/rest/categories'));
  await page.getByRole('button', { name: /^Send/ }).first().click();
  expect((await answered).status()).toBe(200);
  expect(outside).toEqual([]);
  expect(complaints).toEqual([]);
});
