import { z } from 'zod';
import { ROLES, type Role } from './roles.ts';

const LOCALES = ['en', 'ko'] as const;

export type Locale = (typeof LOCALES)[number];

/** A person with an account, without her credentials. */
export type Person = {
  id: string;
  email: string;
  name: string;
  locale: Locale;
  roles: Role[];
  createdAt: Date;
};

/** RFC 5321 §4.5.3.1.3: 254 characters at most. Stored in lower case. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'An e-mail address has at most 254 characters.')
  .pipe(z.email('This is not an e-mail address.'));

/** Line breaks and the like have no place in a single line of text. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'This must not be empty.')
    .max(max, `This has at most ${max} characters.`)
    .regex(/^\P{Cc}*$/u, 'This must not hold control characters.');

export const PersonName = line(100);

/** For a new password. Bounded above because hashing costs more the longer it is. */
export const NewPassword = z
  .string()
  .min(10, 'A password has at least 10 characters.')
  .max(128, 'A password has at most 128 characters.');

/** For a password to be checked: any that could ever have been set. */
const GivenPassword = z.string().min(1, 'This must not be empty.').max(128, 'This is too long.');

export const LocaleName = z.enum(LOCALES);

export type SignUp = z.output<typeof SignUp>;

export const SignUp = z.object({
  email: Email,
  password: NewPassword,
  name: PersonName,
  locale: LocaleName,
});

export const SignIn = z.object({ email: Email, password: GivenPassword });

export type SignIn = z.output<typeof SignIn>;

export const ProfileChange = z
  .object({ name: PersonName.optional(), locale: LocaleName.optional() })
  .refine((change) => change.name !== undefined || change.locale !== undefined, {
    message: 'There is nothing to change.',
  });

export type ProfileChange = z.output<typeof ProfileChange>;

export type PasswordChange = z.output<typeof PasswordChange>;

export const PasswordChange = z
  .object({ currentPassword: GivenPassword, newPassword: NewPassword })
  .refine((change) => change.currentPassword !== change.newPassword, {
    path: ['newPassword'],
    message: 'This is the password so far.',
  });

/** At least one role, each once. */
export const RoleSet = z
  .array(z.enum(ROLES))
  .min(1, 'A person has at least one role.')
  .transform((roles) => ROLES.filter((role) => roles.includes(role)));

export const Search = line(100);
