import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { EmbeddedPostgres } from '#server/adapters/postgres/embedded-postgres.ts'
import { applyMigrations } from '#server/adapters/postgres/migrations.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { adminUrl: string; template: string }
  }
}

const ROOT = join(import.meta.dirname, '..', '..')

/**
 * Vitest's global setup: one PostgreSQL for the whole run, in a folder of its own, with a template database that
 * was migrated as an installation is. What a test loses in a crash is of no worth, so it does not wait for the disk.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'tongke-test-postgres-'))
  const server = await EmbeddedPostgres.start({ folder: join(folder, 'postgres') })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const template = await makeTemplate(server.url)
    project.provide('postgres', { adminUrl: server.url, template })
    return stop
  } catch (cause) {
    await stop()
    throw cause
  }
}

async function makeTemplate(adminUrl: string): Promise<string> {
  const template = 'template_migrated'
  await run(adminUrl, [
    'ALTER SYSTEM SET fsync = off',
    'ALTER SYSTEM SET synchronous_commit = off',
    'SELECT pg_reload_conf()',
    `CREATE DATABASE ${template}`,
  ])
  const url = new URL(adminUrl)
  url.pathname = `/${template}`
  await applyMigrations(url.href, { root: ROOT, env: process.env, signal: new AbortController().signal })
  return template
}

async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
