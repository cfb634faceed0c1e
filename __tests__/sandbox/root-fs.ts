import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { exec } from './exec.ts'
import type { Image } from './images.ts'
import type { MachineSpec } from './platform/runtime.ts'
import { projectRoot } from './project.ts'
import { POINT_AT_WORLD } from './system-files.ts'

/** What a machine sees as `/`. */
export interface RootFs {
  /** Where it lies in the world. */
  path: string
  /** Unmounts and forgets it; volumes stay. */
  remove(): Promise<void>
}

export interface RootFsOptions {
  /** A folder on the world's own tmpfs. */
  scratch: string
  /** PEM of the certificate authority to trust. */
  ca: string
  image: Image
}

/**
 * This system seen through an overlay, with the image's changes, the machine's volumes and its files. Everything is
 * written from inside, so that an absolute symbolic link can not lead out of it, and to the world's tmpfs.
 */
export async function createRootFs(spec: MachineSpec, options: RootFsOptions): Promise<RootFs> {
  const path = `${options.scratch}/machines/${spec.id}/root`
  const layers = await mkdtemp(`${options.scratch}/layers-`)
  for (const folder of [path, `${layers}/upper`, `${layers}/work`]) await mkdir(folder, { recursive: true })
  const overlay = `lowerdir=/,upperdir=${layers}/upper,workdir=${layers}/work`
  await exec('mount', ['-t', 'overlay', 'overlay', '-o', overlay, path])
  const remove = async (): Promise<void> => {
    await exec('umount', ['--recursive', '--lazy', path])
    await rm(layers, { recursive: true })
  }
  try {
    await fill(path, spec, options)
    return { path, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function fill(root: string, spec: MachineSpec, { scratch, ca, image }: RootFsOptions): Promise<void> {
  const inside = (script: string, args: readonly string[] = [], input: string | Uint8Array = '') =>
    exec('chroot', [root, '/bin/sh', '-ec', script, 'sh', ...args], { input })
  await exec('mount', ['-t', 'proc', 'proc', `${root}/proc`])
  for (const path of ['/dev', '/run', '/tmp']) await exec('mount', ['-t', 'tmpfs', 'tmpfs', `${root}${path}`])
  await inside(DEVICES)
  // The project may lie on a file system of its own, which an overlay of / does not show.
  await inside('mkdir -p -- "$1"', [projectRoot])
  await exec('mount', ['--bind', '-o', 'ro', projectRoot, `${root}${projectRoot}`])
  await inside(POINT_AT_WORLD, [`${spec.address} ${spec.id}.vm.${spec.app}.internal fly-local-6pn`], ca)
  await inside(image.prepare)
  for (const [from, to] of image.programs) {
    await inside('touch -- "$1"', [to])
    await exec('mount', ['--bind', '-o', 'ro', from, `${root}${to}`])
  }
  for (const { path, volume } of spec.mounts) {
    await inside('mkdir -p -- "$1"', [path])
    await exec('mount', ['--bind', await volumeFolder(scratch, volume), `${root}${path}`])
  }
  for (const { guestPath, content } of spec.files)
    await inside('mkdir -p -- "$(dirname -- "$1")"; rm -f -- "$1"; cat > "$1"', [guestPath], content)
}

/** The devices that programs rely on; those of the host stay out of reach. */
const DEVICES = `
mknod -m 666 /dev/null c 1 3
mknod -m 666 /dev/zero c 1 5
mknod -m 666 /dev/random c 1 8
mknod -m 666 /dev/urandom c 1 9
ln -s /proc/self/fd /dev/fd
ln -s fd/0 /dev/stdin
ln -s fd/1 /dev/stdout
ln -s fd/2 /dev/stderr
`

/** A volume outlives its machines. A fresh one belongs to root and holds an ext4's `lost+found`, as on Fly. */
async function volumeFolder(scratch: string, volume: string): Promise<string> {
  const folder = `${scratch}/volumes/${volume}`
  await mkdir(`${folder}/lost+found`, { recursive: true })
  return folder
}
