import type { Language } from '../../schemas/team.ts';
import { de } from './de.ts';
import { en, type TextKey } from './en.ts';

/** Every language, by its code. */
export const texts: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { en, de };
