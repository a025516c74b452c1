import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Tried first, so that the address is usually the same; any free port where it is taken. */
const USUAL_PORT = 4180;

/** Somebody else listens on the port a person asked for. */
export class PortTakenError extends Error {
  override readonly name = "PortTakenError";
  constructor(readonly port: number) {
    super(`port ${port} is taken`);
  }
}

/**
 * Lets the server listen, to this machine alone.
 *
 * @param wanted - null: whichever is free
 * @returns the page's address
 * @throws PortTakenError if the wanted port is not free
 */
export async function listen(server: Server, wanted: number | null): Promise<string> {
  for (const port of wanted === null ? [USUAL_PORT, 0] : [wanted]) {
    if (await listensOn(server, port)) {
      return `http://localhost:${(server.address() as AddressInfo).port}/`;
    }
  }
  throw new PortTakenError(wanted ?? USUAL_PORT);
}

function listensOn(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      server.removeListener("listening", done);
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    };
    const done = (): void => {
      server.removeListener("error", failed);
      resolve(true);
    };
    server.once("error", failed);
    server.once("listening", done);
    server.listen(port, "localhost");
  });
}
