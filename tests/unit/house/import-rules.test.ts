import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import configuration from '../../../.dependency-cruiser.mjs'

/** Who imports what, although the house forbids it, and the rule that must say so. */
const violations: readonly [rule: string, from: string, imports: string][] = [
  ['contract-reaches-only', 'core/contract/hands.ts', '#core/domain/seat.ts'],
  ['contract-uses-only', 'core/contract/hands.ts', 'yjs'],
  ['contract-uses-only', 'core/contract/hands.ts', 'node:fs'],
  ['domain-reaches-only', 'core/domain/hand.ts', '#server/usecases/hands/raise.ts'],
  ['domain-reaches-only', 'core/domain/hand.ts', '#app/_ui/button.tsx'],
  ['domain-uses-only', 'core/domain/hand.ts', 'node:crypto'],
  ['domain-uses-only', 'core/domain/hand.ts', 'yjs'],
  ['lesson-plan-reaches-only', 'core/lesson-plan/names.ts', '#core/domain/seat.ts'],
  ['lesson-plan-uses-only', 'core/lesson-plan/names.ts', 'react'],
  ['usecases-reaches-only', 'server/usecases/hands/raise.ts', '#server/adapters/postgres/hands.ts'],
  ['usecases-never-uses', 'server/usecases/hands/raise.ts', 'socket.io'],
  ['usecases-never-uses', 'server/usecases/hands/raise.ts', 'mediasoup'],
  ['usecases-never-uses', 'server/usecases/hands/raise.ts', '@prisma/client'],
  ['usecases-never-uses', 'server/usecases/hands/raise.ts', 'redis'],
  ['usecases-never-uses', 'server/usecases/hands/raise.ts', 'next'],
  ['adapters-reaches-only', 'server/adapters/postgres/hands.ts', '#server/usecases/hands/raise.ts'],
  ['adapters-reaches-only', 'server/adapters/postgres/hands.ts', '#server/media/media-room.ts'],
  ['adapters-reaches-only', 'server/adapters/postgres/hands.ts', '#server/realtime/gateway.ts'],
  ['adapters-never-uses', 'server/adapters/mail/mailer.ts', 'pg'],
  ['media-reaches-only', 'server/media/media-room.ts', '#server/usecases/hands/raise.ts'],
  ['media-never-uses', 'server/media/media-room.ts', 'socket.io'],
  ['media-never-uses', 'server/media/media-room.ts', '@prisma/client'],
  ['realtime-reaches-only', 'server/realtime/gateway.ts', '#server/adapters/postgres/hands.ts'],
  ['realtime-reaches-only', 'server/realtime/gateway.ts', '#server/media/codecs.ts'],
  ['realtime-never-uses', 'server/realtime/gateway.ts', '@prisma/client'],
  ['collab-reaches-only', 'server/collab/collab-server.ts', '#server/adapters/postgres/hands.ts'],
  ['collab-never-uses', 'server/collab/collab-server.ts', '@prisma/client'],
  ['recording-reaches-only', 'server/recording/recorder.ts', '#app/_ui/button.tsx'],
  ['recording-never-uses', 'server/recording/recorder.ts', 'socket.io'],
  ['app-server-reaches-only', 'app/_server/door.ts', '#server/media/media-room.ts'],
  ['app-server-reaches-only', 'app/_server/door.ts', '#server/realtime/gateway.ts'],
  ['app-client-reaches-only', 'app/_client/room-client.ts', '#server/usecases/hands/raise.ts'],
  ['app-client-never-uses', 'app/_client/room-client.ts', 'react'],
  ['app-ui-reaches-only', 'app/_ui/button.tsx', '#core/domain/seat.ts'],
  ['features-reaches-only', 'app/_features/replay/player.tsx', '#server/usecases/hands/raise.ts'],
  ['features-keep-apart', 'app/_features/replay/player.tsx', '#app/_features/studio/card.tsx'],
  ['routes-reach-only', 'app/(public)/page.tsx', '#server/usecases/hands/raise.ts'],
  ['routes-reach-only', 'app/api/hands/route.ts', '#server/adapters/postgres/hands.ts'],
  ['only-tests-reach-tests', 'server/media/media-room.ts', '#tests/support/footage.ts'],
  ['imports-resolve', 'server/media/media-room.ts', '#server/media/gone.ts'],
  ['no-circles', 'core/domain/circle-a.ts', '#core/domain/circle-b.ts'],
]

/** What the house allows, planted beside: a rule that forbids everything would bite too. */
const allowed: readonly [from: string, imports: string][] = [
  ['core/contract/hands.ts', 'zod'],
  ['core/domain/hand.ts', '#core/contract/hands.ts'],
  ['core/lesson-plan/names.ts', 'yjs'],
  ['server/usecases/hands/raise.ts', '#core/domain/hand.ts'],
  ['server/adapters/postgres/hands.ts', '#server/usecases/ports.ts'],
  ['server/adapters/postgres/hands.ts', '@prisma/client'],
  ['server/media/media-room.ts', 'mediasoup'],
  ['server/realtime/gateway.ts', '#server/media/media-room.ts'],
  ['server/realtime/gateway.ts', 'socket.io'],
  ['app/_server/door.ts', '#server/usecases/hands/raise.ts'],
  ['app/_features/replay/player.tsx', '#app/_client/room-client.ts'],
  ['app/(public)/page.tsx', '#app/_server/door.ts'],
]

describe('the import rules', () => {
  let house: string
  let found: ICruiseResult

  beforeAll(async () => {
    house = realpathSync(mkdtempSync(join(tmpdir(), 'tongke-house-')))
    plant(house)
    const result = await cruise(['core', 'server', 'app', 'tests'], {
      ...configuration.options,
      baseDir: house,
      ruleSet: { forbidden: configuration.forbidden ?? [] },
      validate: true,
    })
    if (typeof result.output === 'string') throw new Error('dependency-cruiser answered with text')
    found = result.output
  })
  afterAll(() => rmSync(house, { recursive: true, force: true }))

  // Node's own modules are reported without their prefix.
  const breaches = (from: string, imports: string) =>
    found.summary.violations.filter(
      (violation) => violation.from === from && violation.unresolvedTo === imports.replace('node:', ''),
    )

  it('[HOUSE1] reads every planted module', () => {
    const read = new Set(found.modules.map(({ source }) => source))
    for (const from of [...violations.map(([, file]) => file), ...allowed.map(([file]) => file)])
      expect(read).toContain(from)
  })

  it.each(violations)('[HOUSE2] %s bites: %s imports %s', (rule, from, imports) => {
    expect(breaches(from, imports).map((violation) => violation.rule.name)).toContain(rule)
  })

  it.each(allowed)('[HOUSE3] %s may import %s', (from, imports) => {
    const rules = breaches(from, imports).map(({ rule }) => rule.name)
    // Planted beside each other, what is forbidden and what is allowed close circles.
    expect(rules.filter((name) => name !== 'no-circles')).toEqual([])
  })

  it('[HOUSE4] every rule is shown to bite', () => {
    const shown = new Set(violations.map(([rule]) => rule))
    expect(
      (configuration.forbidden ?? []).map(({ name }) => name).filter((name) => name !== undefined && !shown.has(name)),
    ).toEqual([])
  })
})

function plant(folder: string): void {
  const imports = new Map<string, string[]>()
  const add = (from: string, target: string) => imports.set(from, [...(imports.get(from) ?? []), target])
  for (const [, from, target] of violations) add(from, target)
  for (const [from, target] of allowed) add(from, target)
  add('core/domain/circle-b.ts', '#core/domain/circle-a.ts')

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const targets = [...imports.values()].flat()
  for (const target of targets.filter((name) => name.startsWith('#') && !name.includes('gone')))
    write(target.slice(1), 'export {}\n')
  for (const name of targets.filter((name) => !name.startsWith('#') && !name.startsWith('node:'))) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, 'module.exports = {}\n')
  }
  for (const [from, names] of imports) write(from, names.map((name) => `import '${name}'\n`).join(''))
  const rooms = ['core', 'server', 'app', 'tests']
  write(
    'package.json',
    JSON.stringify({ type: 'module', imports: Object.fromEntries(rooms.map((room) => [`#${room}/*`, `./${room}/*`])) }),
  )
  write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { module: 'ESNext', moduleResolution: 'bundler', jsx: 'react-jsx' } }),
  )
}
