/* global WebAssembly */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { CatalogueAdapterFactory } from './catalogue-adapter.mjs'

// generate and validate open no connection, but the engine wants a factory all the same.
const NOWHERE = 'postgresql://127.0.0.1:1/none'

let loaded = false

function load() {
  if (loaded) return
  loaded = true
  // The engine reports a panic through this global before it traps.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => process.stderr.write(`${JSON.stringify({ level: 'ERROR', fields: { message } })}\n`),
  }
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = new WebAssembly.Module(readFileSync(script.replace(/\.js$/, '.wasm')))
  const { exports } = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
}

export function engineVersion() {
  load()
  return bindings.version()
}

/** The engine behind `call(method, { params, print })`; made at the first call. */
export function createWasmEngine({ url = NOWHERE, schemaFiles }) {
  let made
  const make = () => {
    load()
    const datamodels =
      schemaFiles.length > 0 ? schemaFiles.map((path) => [path, readFileSync(path, 'utf8')]) : undefined
    const factory = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapterFactory({ url }))
    return bindings.SchemaEngine.new({ datamodels }, () => {}, factory)
  }
  return {
    async call(method, { params, print }) {
      const engine = await (made ??= make())
      if (method === 'getDatabaseVersion') return engine.version(params ?? undefined)
      if (typeof engine[method] !== 'function') throw new Error(`the schema engine has no method ${method}`)
      const result = (await engine[method](params)) ?? {}
      if (method !== 'diff') return result
      // The native engine prints the difference itself; this one hands it over.
      if (typeof result.stdout === 'string') print(result.stdout)
      return { exitCode: result.exitCode }
    },
    async dispose() {
      const engine = await made
      engine?.free()
    },
  }
}
