import { boardChange } from './scenes/board-change.ts';
import { chatComment } from './scenes/chat-comment.ts';
import { doors } from './scenes/doors.ts';
import { duplicate } from './scenes/duplicate.ts';
import { mail } from './scenes/mail.ts';
import { openCard } from './scenes/open-card.ts';
import { refusals } from './scenes/refusals.ts';
import type { Scene, Stage } from './stage.ts';

/** The main job, scene by scene. Each goes on where the one before it left off. */
const scenes: readonly Scene[] = [openCard, refusals, doors, boardChange, chatComment, duplicate, mail];

/** Plays all of it; ends with the first check that fails. */
export async function playAll(stage: Stage): Promise<void> {
  for (const [index, scene] of scenes.entries()) {
    stage.show.heading(`${index + 1}. ${scene.title}`);
    await scene.play(stage);
  }
}
