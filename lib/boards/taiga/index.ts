import { openTaigaBoard } from './board.ts';
import { openTaigaSetup } from './setup.ts';

/** Taiga, as the registry lists it. */
export const taiga = { open: openTaigaBoard, openSetup: openTaigaSetup };
