import { joinNames } from '../../../commands/name-list.ts';
import type { Choices } from '../../../domain/choices.ts';
import { cut } from '../../cut.ts';
import { unturned } from '../escape.ts';
import type { Choice } from './answers.ts';

/** Contract A1.6: 25 choices, names and values of 100 characters. */
const most = 25;
const longest = 100;

/** What fits an option as far as it is typed: what begins so first, then where a word does, then the rest. Options without suggestions have none. */
export function suggest(option: string, typed: string, choices: Choices): readonly Choice[] {
  const wanted = plain(typed);
  return choicesFor(option, choices)
    .filter(({ value }) => value !== '' && [...value].length <= longest)
    .map((choice) => ({ choice, rank: rankOf(plain(choice.name), wanted) }))
    .filter(({ rank }) => rank >= 0)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ choice: { name, value } }) => ({ name: cut(unturned(name), longest), value }));
}

function choicesFor(option: string, choices: Choices): readonly Choice[] {
  switch (option) {
    case 'card':
      return choices.cards.map(({ ref, title }) => ({ name: `${ref} ${title}`, value: ref }));
    case 'column':
      return choices.columns.map(named);
    case 'person':
      return ['me', ...choices.people].map(oneOfSeveral);
    case 'label':
      return choices.labels.map(oneOfSeveral);
    case 'board':
      return choices.boards.map(named);
    default:
      return [];
  }
}

const named = (name: string): Choice => ({ name, value: name });
/** Of what may be several, commas part them. */
const oneOfSeveral = (name: string): Choice => ({ name, value: joinNames([name]) });

/** People write `#` and `@` before numbers, labels and names, or leave them out. */
function plain(text: string): string {
  return text.trim().replace(/^[#@]/, '').toLowerCase();
}

function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  if (at <= 0) return at;
  return name.includes(` ${wanted}`) ? 1 : 2;
}
