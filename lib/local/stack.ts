import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LocalAws, startAws } from './aws.ts';
import { mapQueues, setEnvironment } from './functions.ts';
import { onlyFromThisMachine } from './loopback.ts';
import { explainPort } from './problem.ts';
import type { Serverless } from './serverless.ts';
import type { LocalSettings } from './settings.ts';
import { announceStack, requireFreeData, withdrawStack } from './stack-file.ts';

/** Milliseconds that work in progress gets at the end; what is not done by then is done after the next start. */
const grace = 5_000;

/** The embedded stack of one `serverless offline`: first the AWS stand-ins, then, once the functions can run, their queues. */
export interface LocalStack {
  /** The functions are there: maps the queues to them and lets the command line find the stack. */
  open(): void;
  stop(): Promise<void>;
}

/**
 * Starts the AWS stand-ins and tells serverless-offline where to listen.
 * @throws LocalProblem when the doors' port or the data are in use: it names them and the variable to set.
 */
export async function startStack(
  serverless: Serverless,
  settings: LocalSettings,
  demo: boolean,
): Promise<LocalStack> {
  await requireFreePort(settings);
  await requireFreeData(settings.dataDir);
  const { dataDir, host, port, url } = settings;
  const aws = await startAws({ resources: serverless.service.resources.Resources, dataDir });
  // serverless-offline lets anyone who reaches its Lambda port invoke any function.
  const lift = onlyFromThisMachine((other) => other !== port);
  setEnvironment(serverless, aws, url);
  const { custom } = serverless.service;
  custom['serverless-offline'] = {
    ...custom['serverless-offline'],
    host,
    httpPort: port,
    lambdaPort: 0,
    noSponsor: true,
  };
  let queues: { stop(): Promise<void> } | undefined;
  return {
    open: () => {
      queues = mapQueues(serverless, aws);
      announceStack(dataDir, endpointsOf(aws, url), demo);
    },
    stop: async () => {
      withdrawStack(dataDir);
      await Promise.race([queues?.stop(), sleep(grace, undefined, { ref: false })]);
      await aws.stop();
      lift();
    },
  };
}

function endpointsOf({ endpoints, region, tableName, queueUrls }: LocalAws, url: string) {
  return { url, ...endpoints, region, tableName, queueUrls };
}

/** serverless-offline ends the process without a word of what to do, so the port is tried first. */
async function requireFreePort({ host, port }: LocalSettings): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    throw explainPort(error, port, 'CARDWIRE_PORT');
  }
  probe.close();
  await once(probe, 'close');
}
