import { openWekanBoard } from './board.ts';
import { openWekanSetup } from './setup.ts';

/** Wekan, as the registry lists it. */
export const wekan = { open: openWekanBoard, openSetup: openWekanSetup };
