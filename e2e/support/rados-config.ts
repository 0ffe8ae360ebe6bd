export interface RadosPorts {
  readonly monitor: number
  readonly monitorV1: number
  readonly gateway: number
}

export function monitorAddress({ monitor, monitorV1 }: RadosPorts): string {
  return `[v2:127.0.0.1:${monitor},v1:127.0.0.1:${monitorV1}]`
}

/** The smallest Ceph there is: nothing leaves the machine, nobody signs in between its parts, nothing is kept twice. */
export function radosConfig(directory: string, clusterId: string, ports: RadosPorts): string {
  const everywhere = {
    fsid: clusterId,
    'mon host': monitorAddress(ports),
    'public addr': '127.0.0.1',
    'cluster addr': '127.0.0.1',
    'ms bind ipv6': 'false',
    // Without it the clients insist on encryption, for which there are no keys.
    'ms mon client mode': 'crc',
    'ms client mode': 'crc',
    'ms cluster mode': 'crc',
    'ms service mode': 'crc',
    'auth cluster required': 'none',
    'auth service required': 'none',
    'auth client required': 'none',
    'mon allow pool size one': 'true',
    'mon max pg per osd': '1000',
    'osd objectstore': 'memstore',
    'osd class load list': '*',
    'osd class default list': '*',
    'osd crush chooseleaf type': '0',
    'osd pool default size': '1',
    'osd pool default min size': '1',
    'osd pool default pg num': '4',
    'osd pool default pg autoscale mode': 'off',
    'run dir': directory,
    'admin socket': `${directory}/$name.asok`,
    'pid file': `${directory}/$name.pid`,
    'log file': `${directory}/$name.log`,
  }
  return [
    section('global', everywhere),
    section('mon.a', { 'mon data': `${directory}/mon` }),
    section('osd.0', { 'osd data': `${directory}/osd` }),
    section('client.rgw', {
      'rgw frontends': `beast endpoint=127.0.0.1:${ports.gateway}`,
      'rgw enable apis': 's3',
      'rgw run sync thread': 'false',
    }),
  ].join('\n')
}

function section(name: string, settings: Readonly<Record<string, string>>): string {
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${value}\n`)
  return `[${name}]\n${lines.join('')}`
}
