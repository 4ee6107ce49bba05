import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface ListeningSocket {
  readonly address: string;
  readonly port: number;
}

const listening = '0A';

/** The TCP sockets a process listens on, from /proc (Linux). IPv6 addresses come as their bare digits. */
export function listeningPorts(pid: number): ListeningSocket[] {
  const inodes = new Set(readdirSync(`/proc/${pid}/fd`).map((fd) => inodeOf(pid, fd)));
  return ['tcp', 'tcp6'].flatMap((family) =>
    readFileSync(`/proc/${pid}/net/${family}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === listening && inodes.has(fields[9]))
      .map((fields) => socketOf(fields[1] ?? '')),
  );
}

function inodeOf(pid: number, fd: string): string | undefined {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
  } catch {
    return undefined;
  }
}

function socketOf(local: string): ListeningSocket {
  const [digits = '', port = '0'] = local.split(':');
  // The four bytes of an IPv4 address stand in the machine's order, which is little endian on all we support.
  const address =
    digits.length === 8
      ? (digits.match(/../g) ?? [])
          .reverse()
          .map((byte) => parseInt(byte, 16))
          .join('.')
      : digits;
  return { address, port: parseInt(port, 16) };
}
