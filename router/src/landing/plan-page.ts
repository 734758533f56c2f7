import { escapeHtml } from './html.ts';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 64rem; margin: 2rem auto; padding: 0 1.25rem; }
textarea { box-sizing: border-box; width: 100%; min-height: 14rem; font: .85rem/1.4 monospace; }
pre { overflow: auto; background: #8881; padding: .8rem; border-radius: .4rem; font-size: .85rem; }
.picture { overflow: auto; margin: 1rem 0; }
.bad { color: #c33; }
`;

/** A page that shows how a query would be fetched. It asks nothing of anyone. */
export const planPage = (shown: {
  readonly query: string;
  readonly plan: string | null;
  /** The plan as SVG, as it stands. */
  readonly picture: string | null;
  readonly problem: string | null;
}): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Query plan</title><style>${STYLE}</style></head>
<body>
<h1>Query plan</h1>
<p>Which services a query is fetched from, and in which order. Nothing is executed. <a href="/">Back</a></p>
<form method="get" action="/plan">
<label for="query">Query</label>
<textarea id="query" name="query" spellcheck="false">${escapeHtml(shown.query)}</textarea>
<p><button>Show the plan</button></p>
</form>
${shown.problem === null ? '' : `<p class="bad" role="alert">${escapeHtml(shown.problem)}</p>`}
${shown.picture === null ? '' : `<div class="picture">${shown.picture}</div>`}
${shown.plan === null ? '' : `<pre>${escapeHtml(shown.plan)}</pre>`}
</body>
</html>
`;
