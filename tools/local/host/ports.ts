import { connect } from 'node:net';
import { LocalStageFailure } from '../failure.ts';

/** The port of the local stage when none is named; the one readers of AWS emulators know. */
export const defaultPort = 4566;

export interface StagePorts {
  /** Plain HTTP on loopback: what the API's address names, and what curl uses. */
  readonly plain: number;
  /** TLS on loopback, always the next one: what the AWS clients use, because buckets and queues refuse plain HTTP. */
  readonly tls: number;
}

/** The two ports of a stage. */
export function portsFrom(plain: number): StagePorts {
  return { plain, tls: plain + 1 };
}

/** Refuses, with the cure, when something already listens on one of the ports. */
export async function requireFreePorts(ports: StagePorts): Promise<void> {
  for (const port of [ports.plain, ports.tls]) {
    if (await isListening(port)) {
      throw new LocalStageFailure(
        `Port ${port} on 127.0.0.1 is in use by another program; end it, or choose another pair of ports with ` +
          `\`npm start -- --port ${ports.plain + 100}\`.`,
      );
    }
  }
}

/** True when something accepts connections on this port of 127.0.0.1. */
export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1000 });
    const answer = (listening: boolean): void => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', () => answer(true));
    socket.once('timeout', () => answer(false));
    socket.once('error', () => answer(false));
  });
}
