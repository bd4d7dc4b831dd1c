// `npm run deps:lock`, after every `npm install <package>`: names in package-lock.json the platform packages that npm
// left out. npm leaves an optional package out of the lock when the registry it asks does not have it, as mirrors often
// lack other platforms' binaries; `npm ci` then calls the lock out of sync and refuses to install anything.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './bootstrap/run.mjs'

const file = join(root, 'package-lock.json')
const OPERATING_SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** What a package of binaries is for, by its name: `@scope/thing-linux-arm-gnueabihf`. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-')
  const os = OPERATING_SYSTEMS.filter((system) => words.includes(system))
  const cpu = PROCESSORS.filter((processor) => words.includes(processor))
  return { ...(cpu.length > 0 ? { cpu } : {}), ...(os.length > 0 ? { os } : {}) }
}

const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = []
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  if (path === '') continue
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const isThere = [`node_modules/${name}`, `${path}/node_modules/${name}`].some((place) => place in lock.packages)
    const platform = platformOf(name)
    if (isThere || platform.cpu === undefined || !/^\d/.test(version)) continue
    lock.packages[`node_modules/${name}`] = { version, ...platform, ...(dev === true ? { dev } : {}), optional: true }
    added.push(`${name} ${version}`)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length === 0 ? 'package-lock.json is complete' : `added:\n  ${added.join('\n  ')}`)
