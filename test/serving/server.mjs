import { serve } from '../../scripts/serve.mjs';

// A server in a Node of its own, because the scripts are ES modules; it says where it is and stops with its standard input.
const server = await serve(JSON.parse(process.argv[2]));
console.log(JSON.stringify(server));
process.stdin.resume().on('end', () => void server.close());
