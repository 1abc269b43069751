import { z } from 'zod';
import { id, plain } from './ids.js';
import { itemSchema } from './items/index.js';

const envelope = { id, title: plain, unit: id.optional().meta({ description: "The unit that the bank belongs to; in a unit's folder left out: that unit." }) };

/** bank.yaml and banks/*.yaml, for editors */
export const bankSchema = z.strictObject({ ...envelope, items: z.array(itemSchema).max(5_000) });
/** The same for the compiler, which checks item by item so that one broken item does not hide the others. */
export const bankEnvelopeSchema = z.strictObject({ ...envelope, items: z.array(z.unknown()).max(5_000) });
/** checks.yaml, for editors */
export const checksSchema = z.array(itemSchema);
