import { z } from 'zod';

export const TrackingNumber = z.string().trim().min(1).max(64);
