/** `at` says where in the route: `query.first`, `body.lines[].sku`, `200.title`; empty for the whole. */
export type RestChange = {
  rule: string;
  severity: 'breaking' | 'dangerous' | 'safe';
  at: string;
  message: string;
};

export const change = (
  severity: RestChange['severity'],
  rule: string,
  at: string,
  message: string,
): RestChange => ({ rule, severity, at, message });
