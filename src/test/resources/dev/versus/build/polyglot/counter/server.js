// Counts its requests.
const http = require("node:http");
const ms = require("ms");

let count = 0;
const host = process.env.HOST || "0.0.0.0";
http
  .createServer((request, response) => response.end(`request ${++count}, ${ms(60000)}\n`))
  .listen(Number(process.env.PORT), host);
