// What one page says and hears on its sockets.
import type { Page } from "@playwright/test";

/** A frame of a browser is masked: four bytes more. The header is two bytes, four from 126 bytes on. */
const MASK = 4;
const header = (payload: number) => (payload < 126 ? 2 : 4);
const BINARY = 2;

export class Sockets {
  frames = 0;
  sent = 0;
  received = 0;

  /** Listens to the sockets that this page opens from now on. */
  static async of(page: Page): Promise<Sockets> {
    const sockets = new Sockets();
    const wire = await page.context().newCDPSession(page);
    await wire.send("Network.enable");
    wire.on("Network.webSocketFrameSent", ({ response }) => (sockets.sent += sockets.count(response) + MASK));
    wire.on("Network.webSocketFrameReceived", ({ response }) => (sockets.received += sockets.count(response)));
    return sockets;
  }

  get bytes(): number {
    return this.sent + this.received;
  }

  private count({ opcode, payloadData }: { opcode: number; payloadData: string }): number {
    this.frames += 1;
    const payload = Buffer.byteLength(payloadData, opcode === BINARY ? "base64" : "utf8");
    return payload + header(payload);
  }
}
