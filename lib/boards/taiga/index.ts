import { accessOf } from './access.ts';
import { openTaigaBoard } from './board.ts';
import { openTaigaSetup } from './setup.ts';

/** Taiga, as the registry lists it. */
export const taiga = { accessOf, open: openTaigaBoard, openSetup: openTaigaSetup };
