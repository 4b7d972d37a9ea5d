import type { MailScene } from './mail-scene.ts';

/** Who writes in the scenes of mail, and what is seen of it there. */

export const eva = 'eva@example.net';
export const fromEva = { from: `Eva <${eva}>`, text: 'Please.' };
export const tom = 'tom@people.test';
export const fromTom = { from: `Tom <${tom}>`, text: 'Please.' };

/** The end of a mail that passes on what Zoe wrote, as Gmail writes it. */
export const passedOn = [
  '---------- Forwarded message ---------',
  'From: Zoe <zoe@example.com>',
  'Subject: Old',
  '',
  'It was new.',
].join('\r\n');

/** Of the cards that were opened, oldest first. */
export const titles = ({ wekan: { world } }: MailScene) => world.cards.slice(1).map(({ title }) => title);
/** The card of this title. */
export const card = ({ wekan: { world } }: MailScene, title: string) => {
  const found = world.cards.find((each) => each.title === title);
  if (!found) throw new Error(`no card ${title}`);
  return found;
};
/** All there are, without the part of a mark that differs. */
export const comments = ({ wekan: { world } }: MailScene) =>
  world.comments.map(({ text }) => text.replace(/cw-.*/, 'cw'));
/** What a mail says, up to the lines that all of ours have at their end. */
export const texts = (scene: MailScene, address: string) => scene.to(address).map(({ text }) => text);
