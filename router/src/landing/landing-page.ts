import type { Example } from './examples.ts';
import { escapeHtml } from './html.ts';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 56rem; margin: 3rem auto; padding: 0 1.25rem; }
h1 { margin-bottom: 0; }
.doors { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; margin: 1.5rem 0; }
.doors a { display: block; border: 1px solid #8886; border-radius: .6rem; padding: 1rem; text-decoration: none; color: inherit; }
.doors a:hover, .doors a:focus { border-color: #38f; }
.doors b { color: #38f; }
details { border-top: 1px solid #8884; padding: .6rem 0; }
summary { cursor: pointer; }
summary span { display: block; margin-left: 1.2rem; color: #888; font-size: .9rem; }
pre { overflow: auto; background: #8881; padding: .8rem; border-radius: .4rem; font-size: .85rem; }
`;

const DOCS = '  <a href="/docs"><b>REST</b><br>The same by routes; read and try them.</a>\n';

/** The page at / and, for browsers, at /graphql. Needs nothing from elsewhere. */
export function landingPage(
  examples: readonly Example[],
  {
    hasDocs,
    contracts,
  }: { hasDocs: boolean; contracts: readonly { name: string; path: string }[] },
): string {
  const parts = contracts.map(
    ({ name, path }) =>
      `  <a href="${escapeHtml(path)}"><b>${escapeHtml(name)}</b><br>A part of the graph, at <code>${escapeHtml(path)}</code>.</a>\n`,
  );
  const queries = examples.map(
    ({ name, title, note, query }) => `
<details>
  <summary><b>${escapeHtml(title)}</b> <span>${escapeHtml(note)}</span></summary>
  <p>Open in <a href="/graphiql?example=${encodeURIComponent(name)}">GraphiQL</a> or <a href="/sandbox?example=${encodeURIComponent(name)}">Sandbox</a></p>
  <pre>${escapeHtml(query)}</pre>
</details>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Supergraph</title><style>${STYLE}</style></head>
<body>
<h1>The supergraph</h1>
<p>One GraphQL endpoint: <code>POST /graphql</code></p>
<div class="doors">
  <a href="/graphiql"><b>GraphiQL</b><br>Explore and ask. Works offline.</a>
  <a href="/sandbox"><b>Apollo Sandbox</b><br>Apollo's explorer. Needs the internet.</a>
  <a href="/plan"><b>Query plan</b><br>How a query is fetched from the services.</a>
${hasDocs ? DOCS : ''}${parts.join('')}  <a href="/health/ready"><b>Health</b><br>Ready or not. Metrics are at <code>/metrics</code>.</a>
</div>
${queries.length === 0 ? '' : `<h2>Questions to try</h2>${queries.join('')}`}
</body>
</html>
`;
}
