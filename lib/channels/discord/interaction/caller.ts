import type { Address } from '../../../domain/address.ts';

/** The application that an address was sealed for. */
export interface Caller {
  readonly application: string;
  /** 64 hex digits. */
  readonly publicKey: string;
}

/** Reads the application out of a verified address; undefined where there is none. */
export function callerOf({ caller = '' }: Address): Caller | undefined {
  const [, application, publicKey] = /^(\d{1,20})\.([0-9a-f]{64})$/.exec(caller) ?? [];
  return application === undefined || publicKey === undefined ? undefined : { application, publicKey };
}
