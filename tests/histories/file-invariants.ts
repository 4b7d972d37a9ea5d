import type { House } from './house.ts';
import { isOutOfReach, mailsIn, writtenFor } from './mail-events.ts';
import type { MailSide } from './mail-side.ts';
import { twice } from './seen.ts';
import type { TeamWorld } from './team-world.ts';

/** What files that go along with mails must never come to: each a sentence about what was seen. */
export function fileViolations(house: House, world: TeamWorld, mail: MailSide): readonly string[] {
  const { board } = world;
  const sent = new Set(mail.written.flatMap(({ file }) => file ?? []));
  const there = board.cards().flatMap(({ id }) => board.filesOn(id).filter((name) => sent.has(name)));
  return [
    ...twice(there).map((file) => `I2: attached twice: ${file}`),
    ...leftOut(house, world, mail, there).map(
      (file) => `I1: ${file} is not on its card, and nobody was told`,
    ),
  ];
}

/** What is on no card though its mail became one, or a comment on one that is there, and of which its writer knows nothing. */
function leftOut(
  house: House,
  world: TeamWorld,
  mail: MailSide,
  there: readonly string[],
): readonly string[] {
  return mailsIn(house, world).flatMap(({ event, outcome = '' }) => {
    const { file, from, quiet } = writtenFor(mail, event) ?? {};
    if (file === undefined || from === undefined || there.includes(file)) return [];
    if (quiet || !['done-create', 'done-comment'].includes(outcome)) return [];
    const card = event.mail?.answers;
    const isGone =
      card === undefined ? isSomeGone(house, world) : !world.board.cards().some(({ id }) => id === card);
    const isTold = mail.posted().some(({ to, text }) => to === from && text.includes(file));
    return isGone || isTold || isOutOfReach(house, mail, from) ? [] : [file];
  });
}

/** Which card a mail became is not known any more once that is deleted. */
function isSomeGone({ records }: House, { id: team, board }: TeamWorld): boolean {
  const there = new Set(board.cards().map(({ id }) => id));
  return records.cardsOf(team).some((card) => !there.has(card));
}
