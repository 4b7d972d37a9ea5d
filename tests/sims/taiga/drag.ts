import { recordChange } from './history.ts';
import { settle } from './items.ts';
import type { Site } from './site.ts';
import type { SimStory } from './world.ts';

/**
 * Drags cards to the top of a column, as the pages do. A2.3: written past everything else, so no version is asked for, and neither version nor date
 * change. A real Taiga 6.10 numbers the cards below anew, too; their histories know nothing of it.
 */
export function drag(site: Site, dragged: readonly SimStory[], status: number, user: number): void {
  const below = site.world.stories
    .filter((story) => story.status === status && !dragged.includes(story))
    .toSorted((one, other) => one.kanbanOrder - other.kanbanOrder);
  for (const [place, story] of [...dragged, ...below].entries()) story.kanbanOrder = place + 1;
  for (const story of dragged) {
    story.status = status;
    settle(site, story);
    recordChange(site, story, user);
  }
}
