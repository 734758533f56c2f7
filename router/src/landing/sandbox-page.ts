import { scriptJson } from './html.ts';
import type { Elsewhere } from './page-policy.ts';

/** Where the embedded Sandbox comes from. */
export const SANDBOX_ORIGINS: Elsewhere = {
  scripts: ['https://embeddable-sandbox.cdn.apollographql.com'],
  frames: ['https://sandbox.embed.apollographql.com'],
};

/** Apollo Sandbox, embedded from Apollo's servers. */
export const sandboxPage = (query: string | undefined): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Apollo Sandbox</title>
<style>html, body, #sandbox { height: 100%; margin: 0; } #offline { font: 16px system-ui, sans-serif; padding: 2rem; }</style></head>
<body>
<div id="sandbox"><p id="offline">Apollo Sandbox comes from the internet. Offline, <a href="/graphiql">GraphiQL</a> does the same.</p></div>
<script src="https://embeddable-sandbox.cdn.apollographql.com/_latest/embeddable-sandbox.umd.production.min.js"></script>
<script>
if (window.EmbeddedSandbox) {
  document.getElementById('offline').remove();
  new window.EmbeddedSandbox({
    target: '#sandbox',
    initialEndpoint: location.origin + '/graphql',
    initialState: { document: ${scriptJson(query ?? '')}, includeCookies: false },
  });
}
</script>
</body>
</html>
`;
