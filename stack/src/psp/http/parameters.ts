import { z } from 'zod';
import { invalid } from '../domain/refusal.ts';
import { EXPANDABLE } from '../shapes/intent.ts';
import { parseForm } from './form.ts';

const MOST = 99_999_999;
const CURRENCIES = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()));

const digits = z.string().regex(/^\d+$/, 'Invalid integer').transform(Number);
/** Minor units. */
export const Amount = digits.pipe(z.number().min(1).max(MOST));
export const AmountOrZero = digits.pipe(z.number().max(MOST));
export const Flag = z.stringbool({ truthy: ['true'], falsy: ['false'] });
export const Text = z.string().min(1).max(500);
export const Currency = z
  .string()
  .toLowerCase()
  .refine((code) => CURRENCIES.has(code), 'Invalid currency');
export const Metadata = z
  .record(z.string().min(1).max(40), z.string().max(500))
  .refine((entries) => Object.keys(entries).length <= 50, 'at most 50 entries')
  .default({});
export const WebAddress = z.url({ protocol: /^https?$/ });
export const Expand = z
  .record(z.string(), z.enum(EXPANDABLE))
  .default({})
  .transform((entries) => Object.values(entries));
export const Page = {
  limit: digits.pipe(z.number().min(1).max(100)).default(10),
  starting_after: Text.optional(),
  ending_before: Text.optional(),
};

/** Reads a form or a query into typed parameters. Throws Refusal in Stripe's words. */
export function parameters<S extends z.ZodType>(schema: S, text: string): z.output<S> {
  const parsed = schema.safeParse(parseForm(text));
  if (parsed.success) return parsed.data;
  throw refusalOf(parsed.error.issues[0]);
}

function refusalOf(issue: z.core.$ZodIssue | undefined) {
  const [head = '', ...rest] = (issue?.path ?? []).map(String);
  const inner = (names: readonly string[]) => names.map((name) => `[${name}]`).join('');
  const param = `${head}${inner(rest)}`;
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const name = head === '' ? key : `${param}[${key}]`;
    return invalid('parameter_unknown', `Received unknown parameter: ${name}`, name);
  }
  if (issue?.code === 'invalid_type' && issue.message.includes('undefined')) {
    return invalid('parameter_missing', `Missing required param: ${param}.`, param);
  }
  const code =
    issue?.message === 'Invalid integer' || issue?.code === 'too_small' || issue?.code === 'too_big'
      ? 'parameter_invalid_integer'
      : 'parameter_invalid';
  return invalid(code, `Invalid ${param}: ${issue?.message ?? 'not understood'}`, param);
}
