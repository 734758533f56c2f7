import { z } from 'zod';
import { isCountry } from './countries.ts';
import { line } from './person.ts';
import { isPostalCode } from './postal-codes.ts';

/** A person's address book holds so many. */
export const MAX_ADDRESSES = 20;

export type Address = {
  id: string;
  userId: string;
  label: string;
  recipient: string;
  phone: string;
  country: string;
  postalCode: string;
  region: string;
  city: string;
  line1: string;
  line2: string | null;
  isDefault: boolean;
  createdAt: Date;
};

const Phone = z
  .string()
  .transform((value) => value.replace(/[\s().-]/g, ''))
  .pipe(z.string().regex(/^\+?\d{6,15}$/, 'A telephone number has 6 to 15 digits.'));

const Country = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isCountry, 'This is not an ISO 3166-1 alpha-2 country code.');

/** What a person may enter; the database holds the same limits, save for postal codes. */
export const AddressInput = z
  .object({
    label: line(40),
    recipient: line(100),
    phone: Phone,
    country: Country,
    postalCode: z.string().trim().toUpperCase(),
    region: line(100),
    city: line(100),
    line1: line(200),
    line2: z
      .string()
      .trim()
      .nullish()
      .transform((value) => value || null)
      .pipe(line(200).nullable()),
    isDefault: z.boolean(),
  })
  .refine(({ country, postalCode }) => isPostalCode(country, postalCode), {
    path: ['postalCode'],
    message: 'This is not a postal code of its country.',
  });

export type AddressInput = z.output<typeof AddressInput>;
