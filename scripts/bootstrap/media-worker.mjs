import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { arch, availableParallelism, homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { capture, environment, root, tail } from './run.mjs'
import { BootstrapFault } from './steps.mjs'

const DOWNLOAD_TIMEOUT_MS = 60_000
/** The worker's exit code when it is started by anything but mediasoup: it runs here. */
const NOT_STARTED_BY_MEDIASOUP = 41

/** What a build needs of Debian, see native/Makefile. */
export const workerBuildPackages = [
  'g++',
  'make',
  'pkg-config',
  'flatbuffers-compiler',
  'libflatbuffers-dev',
  'libssl-dev',
  'libuv1-dev',
  'libsrtp2-dev',
]

const mediasoup = join(root, 'node_modules', 'mediasoup')
/** Where mediasoup looks for its worker. */
const place = join(mediasoup, 'worker', 'out', 'Release', 'mediasoup-worker')
const recipeOfPlaced = `${place}.recipe`

/**
 * Puts a worker in place from what is there or can be fetched: the one in place, the one kept by an earlier
 * checkout, mediasoup's prebuilt one. Answers how, or `undefined` when one must be built.
 */
export async function findWorker(say) {
  if (isOfThisRecipe() && runs(place)) return '已就绪'
  if (runs(cached())) {
    install(cached())
    return '取自缓存'
  }
  if (process.env.MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD === undefined) {
    say('正在下载预编译的程序')
    if (await download()) return '已下载'
  }
  return undefined
}

/** Builds the worker out of the package's own sources, and keeps it outside the checkout for the next one. */
export async function buildWorker(say) {
  say('正在编译，约 2–3 分钟，仅此一次')
  const folder = mkdtempSync(join(tmpdir(), 'tongke-worker-'))
  try {
    const { exitCode, output } = await capture('make', [
      '--silent',
      `--jobs=${availableParallelism()}`,
      `--directory=${join(root, 'native')}`,
      `MEDIASOUP=${mediasoup}`,
      `OUT=${folder}`,
    ])
    if (exitCode !== 0) {
      throw new BootstrapFault({
        what: `媒体引擎没有编译成功。The media worker could not be built.\n${tail(output)}`,
        remedy: `请确认这些软件包已安装：Check that these packages are installed:\napt-get install -y ${workerBuildPackages.join(' ')}`,
      })
    }
    install(join(folder, 'mediasoup-worker'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (!runs(place))
    throw new BootstrapFault({
      what: `${place} 在本机不能运行。It does not run here.`,
      remedy: '请删除它后再运行一次。Delete it and run again.',
    })
  copyIntoPlace(place, cached())
  return '已编译'
}

/** mediasoup's own script downloads the release of this version, and refuses one that does not run here. */
async function download() {
  // It would take a worker that is there for its own.
  rmSync(place, { force: true })
  await capture(process.execPath, ['npm-scripts.mjs', 'postinstall'], {
    cwd: mediasoup,
    // Where the download fails that script goes on to build with Python, and to fetch what it needs for it: we build
    // by ourselves.
    env: environment({ PYTHON: 'false', MEDIASOUP_WORKER_BIN: '' }),
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
  })
  rmSync(join(mediasoup, 'worker', 'prebuild'), { recursive: true, force: true })
  if (!runs(place)) return false
  writeFileSync(recipeOfPlaced, recipe())
  copyIntoPlace(place, cached())
  return true
}

function install(source) {
  copyIntoPlace(source, place)
  writeFileSync(recipeOfPlaced, recipe())
}

function isOfThisRecipe() {
  return existsSync(recipeOfPlaced) && readFileSync(recipeOfPlaced, 'utf8') === recipe()
}

/** Renamed into place when complete: a worker of that name may be running. */
function copyIntoPlace(source, target) {
  mkdirSync(dirname(target), { recursive: true })
  const partial = `${target}.${process.pid}`
  copyFileSync(source, partial)
  renameSync(partial, target)
}

/** In the user's cache folder: a new clone does not build again. */
function cached() {
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(caches, 'tongke', 'mediasoup-worker', recipe(), 'mediasoup-worker')
}

/** What a worker depends on: mediasoup's version, the processor, and how it is built here. */
function recipe() {
  const { version } = JSON.parse(readFileSync(join(mediasoup, 'package.json'), 'utf8'))
  return `${version}-${arch()}-${fingerprint(['native'])}`
}

function runs(program) {
  return existsSync(program) && spawnSync(program, [], { env: {}, stdio: 'ignore' }).status === NOT_STARTED_BY_MEDIASOUP
}
