import { NAME_SERVER } from './addresses.ts'

/**
 * A script for /bin/sh that makes a root file system ask the world's name server and trust its certificate
 * authority, which comes on stdin. Its arguments: more lines for /etc/hosts.
 */
export const POINT_AT_WORLD = `
rm -f /etc/resolv.conf
echo 'nameserver ${NAME_SERVER}' > /etc/resolv.conf
echo 'hosts: files dns' > /etc/nsswitch.conf
printf '%s\\n' '127.0.0.1 localhost' '::1 localhost' "$@" > /etc/hosts
mkdir -p /etc/ssl/certs
cat >> /etc/ssl/certs/ca-certificates.crt
`
