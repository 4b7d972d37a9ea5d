/** What a person typed at the prompt: somebody at the chat or at the board does something. */
export type Typed =
  | { readonly at: 'chat'; readonly who: string; readonly room: string | undefined; readonly command: string }
  | {
      readonly at: 'button';
      readonly who: string;
      readonly button: string;
      readonly card: string;
      readonly value: string;
    }
  | {
      readonly at: 'dialog';
      readonly who: string;
      readonly values: Readonly<Record<string, string>>;
      readonly text: string;
    }
  | {
      readonly at: 'board';
      readonly who: string;
      readonly deed: string;
      readonly card: string;
      readonly rest: string;
    }
  | { readonly at: 'opens'; readonly who: string; readonly title: string }
  | { readonly at: 'prompt'; readonly word: 'help' | 'quit' };

/** Reads one line of the prompt; undefined when it is none of its sentences. Line breaks are written as `\n`. */
export function readLine(line: string): Typed | undefined {
  const text = line.trim().replaceAll('\\n', '\n');
  if (/^(help|\?)$/.test(text)) return { at: 'prompt', word: 'help' };
  if (/^(quit|exit|bye)$/.test(text)) return { at: 'prompt', word: 'quit' };
  const [, who = '', rest = ''] = /^@?([a-z][\w.-]*)[>:]?\s+([\s\S]+)$/.exec(text) ?? [];
  return inChat(who, rest) ?? onBoard(who, rest);
}

function inChat(who: string, rest: string): Typed | undefined {
  const command = /^(?:in\s+~?([\w-]+)\s+)?(\/[\s\S]+)$/.exec(rest);
  if (command) return { at: 'chat', who, room: command[1], command: command[2] ?? '' };
  const click = /^clicks?\s+(assign me|[a-z]+)\s+#?(\d+)(?:\s+([\s\S]+))?$/i.exec(rest);
  if (click)
    return { at: 'button', who, button: click[1] ?? '', card: click[2] ?? '', value: click[3] ?? '' };
  const filled = /^fills?\s+([\s\S]+)$/.exec(rest)?.[1];
  return filled === undefined ? undefined : { at: 'dialog', who, values: valuesIn(filled), text: filled };
}

function onBoard(who: string, rest: string): Typed | undefined {
  const title = /^opens\s+([\s\S]+)$/.exec(rest)?.[1];
  if (title !== undefined) return { at: 'opens', who, title };
  const deed = /^([a-z]+)\s+#?(\d+)(?:\s+([\s\S]+))?$/.exec(rest);
  return deed
    ? { at: 'board', who, deed: deed[1] ?? '', card: deed[2] ?? '', rest: deed[3] ?? '' }
    : undefined;
}

/** `title=Paint the door; column=Doing`. */
function valuesIn(text: string): Record<string, string> {
  const pairs = text.split(';').map((pair) => /^\s*(\w+)=([\s\S]*)$/.exec(pair));
  return Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', (pair[2] ?? '').trim()]] : [])));
}
