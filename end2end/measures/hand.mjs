// A hand that moves the mouse over a page, in a process of its own: a test runner writes down every call, and sixty of them a
// second keep a machine busier than what is measured.
//
//   node --experimental-websocket hand.mjs <developer tools of the page> <x> <y> <milliseconds>
//
// Says "ready", moves once it reads anything, says "done". A button is down meanwhile: the page's test presses it.
import { once } from "node:events";

/** How often a mouse moves, in milliseconds: browsers hand on one move a frame. */
const MOVE = 16;

const [address = "", ...numbers] = process.argv.slice(2);
const [left = 0, top = 0, lasts = 0] = numbers.map(Number);
const tools = new WebSocket(address);
await once(tools, "open");

/** Where the hand is so many milliseconds after it began: on its way around circles. */
function along(now) {
  const turn = now / 400;
  return { x: left + 120 * Math.sin(turn), y: top + 80 * (1 - Math.cos(turn)) * Math.sin(turn / 3) };
}

console.log("ready");
await once(process.stdin, "data");
const began = performance.now();
for (let id = 1, now = 0; now < lasts; id += 1, now = performance.now() - began) {
  // The next move does not wait for the last: a hand does not.
  const params = { type: "mouseMoved", ...along(now), button: "left", buttons: 1 };
  tools.send(JSON.stringify({ id, method: "Input.dispatchMouseEvent", params }));
  await new Promise((resolve) => setTimeout(resolve, began + id * MOVE - performance.now()));
}
console.log("done");
process.exit();
