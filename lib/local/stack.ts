import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LocalAws, startAws } from './aws.ts';
import { keyFingerprints } from './deployment-key.ts';
import { type RunningFunctions, runFunctions, setEnvironment } from './functions.ts';
import { onlyFromThisMachine } from './loopback.ts';
import { feedbackOn } from './mail/feedback.ts';
import { openPostOffice } from './mail/post-office.ts';
import type { SentMail } from './mail/ses.ts';
import type { Smtp } from './mail/smtp.ts';
import { openStation } from './mail/station.ts';
import { explainPort } from './problem.ts';
import type { Serverless } from './serverless.ts';
import type { LocalSettings } from './settings.ts';
import { announceStack, type LocalEndpoints, requireFreeData, withdrawStack } from './stack-file.ts';
import { sweepBuckets } from './sweep-buckets.ts';

/** Milliseconds that work in progress gets at the end; what is not done by then is done after the next start. */
const grace = 5_000;
/** Milliseconds between two looks for mails that are kept no longer: a day. */
const SWEEP_MS = 86_400_000;

/** The embedded stack of one `serverless offline`: first the AWS stand-ins, then, once the functions can run, their queues and their mail. */
export interface LocalStack {
  /** The functions are there: maps the queues to them, lets mail in and lets the command line find the stack. */
  open(): Promise<LocalMail>;
  stop(): Promise<void>;
}

/** Where mail comes in, and what shows what went out. */
export type LocalMail = Pick<LocalEndpoints, 'smtpPort' | 'ses'>;

/**
 * Starts the AWS stand-ins and tells serverless-offline where to listen.
 * @throws LocalProblem when the port of the doors or of mail or the data are in use: it names them and the variable to set.
 */
export async function startStack(
  serverless: Serverless,
  settings: LocalSettings,
  demo: boolean,
): Promise<LocalStack> {
  const { dataDir, host, port, url, smtpPort } = settings;
  await requireFreePort(host, port, 'CARDWIRE_PORT');
  await requireFreePort('127.0.0.1', smtpPort, 'CARDWIRE_SMTP_PORT');
  await requireFreeData(dataDir);
  const aws = await startAws({ resources: serverless.service.resources.Resources, dataDir });
  let functions: RunningFunctions | undefined;
  const office = await openPostOffice({
    folder: join(dataDir, 'mail', 'sent'),
    port: settings.mailPagePort,
    onSent: (mail) => tellOf(mail, functions),
  });
  // serverless-offline lets anyone who reaches its Lambda port invoke any function.
  const lift = onlyFromThisMachine((other) => other !== port);
  setEnvironment(serverless, aws, url, { AWS_ENDPOINT_URL_SES: office.url });
  const { custom } = serverless.service;
  custom['serverless-offline'] = {
    ...custom['serverless-offline'],
    host,
    httpPort: port,
    lambdaPort: 0,
    noSponsor: true,
    // It would answer for a function that ran out of time with 200, as if something had been accepted.
    noTimeout: true,
  };
  let smtp: Smtp | undefined;
  let sweeping: NodeJS.Timeout | undefined;
  // What could not be swept is, the next time.
  const sweep = () =>
    void sweepBuckets(aws, serverless.service.resources.Resources, Date.now()).catch(() => undefined);
  return {
    open: async () => {
      const running = runFunctions(serverless, aws);
      functions = running;
      const invoke = (event: unknown) => running.invoke('inbound-mail', event);
      smtp = await openStation({ aws, folder: join(dataDir, 'mail'), port: smtpPort, invoke });
      const mail = { smtpPort: smtp.port, ses: office.url };
      const fingerprints = keyFingerprints(process.env);
      sweep();
      sweeping = setInterval(sweep, SWEEP_MS).unref();
      announceStack(dataDir, { ...endpointsOf(aws, url, mail), fingerprints }, demo);
      return mail;
    },
    stop: async () => {
      withdrawStack(dataDir);
      clearInterval(sweeping);
      // Mail first: what it calls are the functions.
      const done = smtp?.stop().then(() => functions?.stop());
      await Promise.race([done, sleep(grace, undefined, { ref: false })]);
      await Promise.all([aws.stop(), office.stop()]);
      lift();
    },
  };
}

/** Told once: whoever tries the simulator can write to it again. */
function tellOf(mail: SentMail, functions: RunningFunctions | undefined): void {
  const event = feedbackOn(mail);
  if (event) functions?.invoke('mail-feedback', event).catch(() => undefined);
}

function endpointsOf({ endpoints, region, tableName, queueUrls }: LocalAws, url: string, mail: LocalMail) {
  return { url, ...endpoints, region, tableName, queueUrls, ...mail };
}

/** serverless-offline ends the process without a word of what to do, so the ports are tried first. */
async function requireFreePort(host: string, port: number, variable: string): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    throw explainPort(error, port, variable);
  }
  probe.close();
  await once(probe, 'close');
}
