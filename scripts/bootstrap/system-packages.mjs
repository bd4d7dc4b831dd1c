import { spawnSync } from 'node:child_process'
import { capture, tail } from './run.mjs'
import { BootstrapFault } from './steps.mjs'

const APT_LOCK_TIMEOUT_SECONDS = 590

/** Installs those of Debian's packages that are missing; without the right to do so it names the line to run. */
export async function ensureSystemPackages(wanted, say) {
  if (!isDebian()) return missingPrograms(wanted)
  const missing = wanted.filter((name) => !isInstalled(name))
  if (missing.length === 0) return wanted.length === 0 ? '无需安装' : '齐全'
  const install = [
    '-o',
    `DPkg::Lock::Timeout=${APT_LOCK_TIMEOUT_SECONDS}`,
    'install',
    '-y',
    '--no-install-recommends',
    ...missing,
  ]
  if (process.getuid() !== 0) {
    throw new BootstrapFault({
      what: `缺少系统软件：${missing.join('、')}。System packages are missing.`,
      remedy: `请运行这一行，然后再试。Run this line, then try again:\nsudo apt-get install -y --no-install-recommends ${missing.join(' ')}`,
    })
  }
  say(`正在安装 ${missing.length} 个系统软件`)
  let result = await aptGet(install)
  if (result.exitCode !== 0) {
    // A machine fresh from its image has no package lists, or old ones.
    await aptGet(['-o', `DPkg::Lock::Timeout=${APT_LOCK_TIMEOUT_SECONDS}`, 'update'])
    result = await aptGet(install)
  }
  if (result.exitCode === 0) return `已安装 ${missing.join('、')}`
  throw new BootstrapFault({
    what: `系统软件没有装成。apt-get failed.\n${tail(result.output)}`,
    remedy: `请手动运行：Run it by hand:\napt-get install -y --no-install-recommends ${missing.join(' ')}`,
  })
}

const aptGet = (args) => capture('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })

const isDebian = () => spawnSync('dpkg-query', ['--version'], { stdio: 'ignore' }).status === 0

function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['--show', '--showformat=${db:Status-Status}', name], { encoding: 'utf8' })
  return stdout === 'installed'
}

/** Elsewhere than on Debian the names of packages are unknown: tell, and let what really needs one fail by name. */
function missingPrograms(wanted) {
  return wanted.length === 0 ? '无需安装' : `不是 Debian，请自备：${wanted.join(' ')}`
}
