import { generate } from 'selfsigned'
import { GRAFANA_HOST } from './addresses.ts'

export interface Certificates {
  /** The certificate authority that the world's programs trust, PEM. */
  ca: string
  /** Certificate and key of the edge, PEM, for every name that it answers to. */
  edge: { cert: string; key: string }
}

/** A certificate authority made for one world, and the edge's certificate signed by it. */
export async function createCertificates(): Promise<Certificates> {
  const common = { keyType: 'ec', algorithm: 'sha256' } as const
  const ca = await generate([{ name: 'commonName', value: 'Sandbox CA' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const edge = await generate([{ name: 'commonName', value: '*.fly.dev' }], {
    ...common,
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: ['*.fly.dev', GRAFANA_HOST].map((value) => ({ type: 2, value })),
      },
    ],
  })
  return { ca: ca.cert, edge: { cert: edge.cert, key: edge.private } }
}
