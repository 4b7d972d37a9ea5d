import { readCommand } from '../../lib/commands/read-command.ts';
import type { Circumstances } from '../../lib/commands/reading.ts';
import type { Command } from '../../lib/domain/command.ts';
import { CardwireError } from '../../lib/domain/errors.ts';
import { texts } from '../../lib/texts/texts.ts';
import { languages } from '../texts/rendering.ts';

/** A Friday, eleven o'clock in Berlin. */
export const circumstances: Circumstances = {
  word: 'card',
  now: new Date('2026-11-20T10:00:00Z'),
  timezone: 'Europe/Berlin',
  language: 'en',
  boards: ['ops', 'web-shop'],
  boardUrls: ['https://board.example.org', 'https://shop.example.org/wekan/'],
};

export function read(text: string, changed: Partial<Circumstances> = {}): Command {
  return readCommand(text, { ...circumstances, ...changed });
}

/** The key of the refusal and what stands in it; nothing is missing of what its text shows in any language. */
export function refusal(text: string, changed: Partial<Circumstances> = {}) {
  try {
    return { understood: read(text, changed) };
  } catch (error) {
    if (!(error instanceof CardwireError) || error.say === undefined) throw error;
    for (const language of languages)
      for (const [, name = ''] of texts[language][error.say.key].matchAll(/\{(\w+)\}/g))
        if (!error.say.values[name]) throw new Error(`${error.say.key} lacks ${name}`);
    return { key: error.say.key, ...error.say.values };
  }
}

export const card42 = { by: 'number', number: 42 };
