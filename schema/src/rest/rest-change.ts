/** `at` says where in the route: `query.first`, `body.lines[].sku`, `200.title`; empty for the whole. */
export type RestChange = {
  rule: string;
  severity: 'breaking' | 'dangerous' | 'safe';
  at: string;
  message: string;
  /** What it was and has become, where the rule leaves that open. */
  becomes?: string;
};

export const change = (
  severity: RestChange['severity'],
  rule: string,
  at: string,
  message: string,
  becomes?: string,
): RestChange => ({ rule, severity, at, message, ...(becomes !== undefined && { becomes }) });
