import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, openSync } from 'node:fs'
import type { ProofCase } from './case.ts'

/** Returns how this case starts Prometheus: on its port at Fly, with the shipped files and an empty data folder. */
export function launchPrometheus(
  { data = '/run/tsdb', flags = [] }: ProofCase,
  program: string,
  folder: string,
): () => ChildProcess {
  const log = openSync(`${folder}/prometheus.log`, 'a')
  return () => {
    mkdirSync(data, { recursive: true })
    const args = [
      '--config.file=/etc/prometheus/prometheus.yml',
      `--storage.tsdb.path=${data}`,
      '--storage.tsdb.retention.time=15d',
      '--web.listen-address=0.0.0.0:9090',
      '--web.enable-lifecycle',
      ...flags,
    ]
    return spawn(program, args, { stdio: ['ignore', log, log] })
  }
}
