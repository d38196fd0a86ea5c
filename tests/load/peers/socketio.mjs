// Bare Socket.IO: what one says goes to everybody else in the room, and is acknowledged. Nothing is kept,
// but that a board of BOARD cards is given to whoever comes in, as an application would.
import { createServer } from "node:http";
import { Server } from "socket.io";

const board = Array.from({ length: Number(process.env.BOARD ?? 0) }, (_, at) => ({
  token: `~b${String(at).padStart(7, "0")}~`,
  kind: "card",
  id: at.toString(16).padStart(32, "0"),
  x: at % 100,
  y: Math.floor(at / 100),
  colour: "yellow",
  text: "Somebody to walk with along the front on Sundays, and a bench that is near the bus stop. ",
  version: 1,
}));
const http = createServer();
const server = new Server(http, { transports: ["websocket"], perMessageDeflate: false, serveClient: false });
server.on("connection", (socket) => {
  socket.on("enter", (answer) => {
    socket.join("room");
    answer(board);
  });
  socket.on("op", (card, answer) => {
    socket.to("room").emit("op", card);
    answer();
  });
});
http.listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, () => console.log(`ready ${http.address().port}`));
