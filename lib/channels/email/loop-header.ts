/** The header that every mail of ours carries, with the deployment's id: mail that has it back went in a circle. */
export const LOOP_HEADER = 'X-Cardwire-Loop';
