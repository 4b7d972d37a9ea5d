import { accessOf } from './access.ts';
import { openWekanBoard } from './board.ts';
import { openWekanSetup } from './setup.ts';

/** Wekan, as the registry lists it. */
export const wekan = { accessOf, open: openWekanBoard, openSetup: openWekanSetup };
