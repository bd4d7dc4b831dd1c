import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'

const lockfile = z.object({
  packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).default({}) })),
})

it('[HOUSE5] the lock names every optional package, or `npm ci` refuses it: npm run deps:lock', () => {
  const { packages } = lockfile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies).map((name) => ({ path, name })),
  )
  const isNamed = ({ path, name }: { path: string; name: string }) =>
    `node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages
  expect(wanted.length).toBeGreaterThan(0)
  expect(wanted.filter((entry) => !isNamed(entry))).toEqual([])
})
