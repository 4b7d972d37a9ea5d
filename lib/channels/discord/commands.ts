import { verbs } from '../../../schemas/team.ts';
import { commandText, messageCommand, optionWords, verbWords } from './commands-words.ts';

/** The commands that are registered with Discord (contract A1.9). */

type SubCommand = keyof typeof verbWords;
type OptionName = keyof typeof optionWords;

/** Every sub-command with its options, required ones first: Discord takes 25 of them, and 25 there are. */
const tree: Readonly<Record<SubCommand, readonly (OptionName | `${OptionName}?`)[]>> = {
  create: ['title?', 'description?', 'column?', 'person?', 'label?', 'due?', 'file?', 'notify?', 'board?'],
  show: ['card', 'trace?'],
  comment: ['card', 'text?', 'file?'],
  move: ['card', 'column'],
  done: ['card'],
  assign: ['card', 'person'],
  unassign: ['card', 'person'],
  due: ['card', 'due?'],
  label: ['card', 'label'],
  unlabel: ['card', 'label'],
  rename: ['card', 'title'],
  describe: ['card', 'description'],
  check: ['card', 'item'],
  uncheck: ['card', 'item'],
  archive: ['card'],
  restore: ['card'],
  follow: ['card', 'here?', 'notify?'],
  unfollow: ['card', 'here?'],
  list: ['mine?', 'overdue?', 'column?', 'board?'],
  search: ['query', 'board?'],
  boards: [],
  board: ['board'],
  connect: ['code'],
  link: ['code?'],
  help: ['about?'],
};

/** Types of commands and options. */
const kind = { subCommand: 1, text: 3, yesNo: 5, file: 11, onMessage: 3 } as const;

const suggested: ReadonlySet<OptionName> = new Set(['card', 'column', 'person', 'label', 'board']);
const yesNo: ReadonlySet<OptionName> = new Set(['here', 'mine', 'overdue', 'trace']);

/** A command, a sub-command or an option, as it is sent. */
export interface CommandBody {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Localised;
  readonly description?: string;
  readonly description_localizations?: Localised;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly {
    readonly name: string;
    readonly value: string;
    readonly name_localizations: Localised;
  }[];
  readonly options?: readonly CommandBody[];
  readonly contexts?: readonly number[];
  readonly integration_types?: readonly number[];
}

type Localised = Readonly<Record<string, string>>;

/**
 * The slash command and the entry on messages.
 * @param word the slash command's word, without the slash.
 * @param scope on one server, a command has no place to say where it is used (contract A1.9); everywhere else it is used on servers and
 * in the direct conversation with the bot, by whoever shares a server with it.
 */
export function commandsFor(word: string, scope: 'global' | 'server'): readonly CommandBody[] {
  const places = scope === 'global' ? { contexts: [0, 1], integration_types: [0] } : {};
  return [
    {
      ...{ type: kind.subCommand, name: word, ...places },
      ...described(commandText.english, commandText.german),
      options: Object.entries(tree).map(([name, options]) => subCommandBody(name as SubCommand, options)),
    },
    { type: kind.onMessage, ...named(messageCommand.english, messageCommand.german), ...places },
  ];
}

function subCommandBody(name: SubCommand, options: readonly string[]): CommandBody {
  const [english, germanName, german] = verbWords[name];
  return {
    type: kind.subCommand,
    ...named(name, germanName),
    ...described(english, german),
    ...(options.length > 0 && { options: options.map(optionBody) }),
  };
}

function optionBody(written: string): CommandBody {
  const name = written.replace('?', '') as OptionName;
  const [english, germanName, german] = optionWords[name];
  return {
    type: yesNo.has(name) ? kind.yesNo : name === 'file' ? kind.file : kind.text,
    ...named(name, germanName),
    ...described(english, german),
    ...(written.endsWith('?') ? {} : { required: true }),
    ...(suggested.has(name) && { autocomplete: true }),
    ...(name === 'about' && { choices: aboutChoices }),
  };
}

/** Contract A1.9: a text also goes under its own language, as English has two that fall back on each other. */
function inLanguages(english: string, german: string): Localised {
  return { 'en-US': english, 'en-GB': english, de: german };
}

function named(english: string, german: string) {
  return { name: english, name_localizations: inLanguages(english, german) };
}

function described(english: string, german: string) {
  return { description: english, description_localizations: inLanguages(english, german) };
}

/** A card's story is an option of `show`: there is no room for another sub-command. */
const words = { ...verbWords, trace: optionWords.trace };

const aboutChoices = verbs.map((verb) => ({ ...named(verb, words[verb][1]), value: verb }));
