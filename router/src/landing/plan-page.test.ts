import { expect, test } from 'vitest';
import { planSvg } from '../plan-view/plan-svg.ts';
import { planPage } from './plan-page.ts';

test('the page shows the picture of a plan, and what the visitor wrote only as text', () => {
  const picture = planSvg({
    ...{ kind: 'fetch', subgraph: 'orders', path: '', entities: [] },
    operation: '{orders{id}}',
  });
  const page = planPage({
    query: '</textarea><script>',
    plan: 'QueryPlan {}',
    picture,
    problem: null,
  });
  expect(page).toContain(`<div class="picture">${picture}</div>`);
  expect(page).not.toContain('<script>');
});
