/** What an AWS client needs to talk to the embedded stand-ins: they check no signature, but the SDK wants to make one. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

/** The region of the embedded stack when nobody names one. */
export const localRegion = 'eu-central-1';

/** The account the embedded queues belong to. */
export const localAccount = '000000000000';
