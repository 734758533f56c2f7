import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { launchChromium } from './chromium.ts';

let browser: Browser;
let page: Page;
let outside: string[];

beforeAll(async () => {
  browser = await launchChromium();
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

test('GraphiQL subscribes by WebSocket, which the policy of its page allows', async () => {
  const { router } = inject('stack');
  const response = await fetch(`${router}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ products(first: 1) { nodes { variants { id } } } }' }),
  });
  const { data } = (await response.json()) as {
    data: { products: { nodes: { variants: { id: string }[] }[] } };
  };
  const id = data.products.nodes[0]?.variants[0]?.id;
  await page.goto(`${router}/graphiql`);
  const editor = page
    .locator('.graphiql-query-editor .monaco-editor, .graphiql-query-editor')
    .first();
  const result = page.locator('.result-window');
  await vi.waitFor(
    async () => {
      // An editor that is not ready yet forgets what was typed.
      await editor.click();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(
        `subscription { stockChanged(variantIds: ["${id}"]) { product { title } } }`,
      );
      await page.getByRole('button', { name: /execute/i }).click();
      await expect.poll(() => result.textContent(), { timeout: 3_000 }).toContain('stockChanged');
    },
    { timeout: 45_000, interval: 500 },
  );
  expect(await result.textContent()).toContain('title');
  expect(outside).toEqual([]);
});
