#!/usr/bin/env node
// Prisma's command line runs a native "schema engine", which it downloads. This program takes that engine's place
// (PRISMA_SCHEMA_ENGINE_BINARY) over the WebAssembly build that Prisma publishes as a package, so that generate and
// migrate work where only the package registry is reached. It can go when Prisma's command line uses that build itself.
//
// The engine's command line, as Prisma 7.10 calls it:
//   schema-engine --datamodels FILE… --datasource JSON          JSON-RPC, one message a line, on stdin and stdout
//   schema-engine --datasource JSON cli can-connect-to-database | create-database | drop-database
import { parseArgs } from 'node:util'
import { runDatabaseCommand } from './schema-engine/database-command.mjs'
import { serveJsonRpc } from './schema-engine/json-rpc.mjs'
import { createWasmEngine, engineVersion } from './schema-engine/wasm-engine.mjs'

const { values, positionals } = parseArgs({
  options: {
    datamodels: { type: 'string', multiple: true, short: 'd', default: [] },
    datasource: { type: 'string', default: '{}' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean' },
  },
  allowPositionals: true,
})
const { url } = JSON.parse(values.datasource)

if (values.version) {
  console.log(`schema-engine-cli ${engineVersion()}`)
} else if (positionals[0] === 'cli') {
  process.exitCode = await runDatabaseCommand(positionals[1], { url })
} else {
  const engine = createWasmEngine({ url, schemaFiles: values.datamodels })
  await serveJsonRpc({ input: process.stdin, output: process.stdout, engine })
  process.exit(0)
}
