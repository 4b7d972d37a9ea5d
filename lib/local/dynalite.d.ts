/** dynalite ships no types; this is the part of it that is used. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  export interface DynaliteOptions {
    /** Folder of the LevelDB store; in memory when absent. */
    readonly path?: string;
    /** Milliseconds a new table stays in CREATING. */
    readonly createTableMs?: number;
  }

  /** An HTTP server that speaks DynamoDB's JSON protocol. Closing it closes its store. */
  export default function dynalite(options?: DynaliteOptions): Server;
}
