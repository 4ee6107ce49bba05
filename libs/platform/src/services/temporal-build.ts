import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TemporalSource } from './temporal-source';
import { temporalVersion } from './temporal-version';

const modules = [
  { path: 'go.temporal.io/server/cmd/server', built: 'server', name: 'temporal-server' },
  { path: 'go.temporal.io/server/cmd/tools/sql', built: 'sql', name: 'temporal-sql-tool' },
] as const;

/** Builds the programs with Go's own checksum database behind it; minutes at first, seconds with Go's cache. */
export function buildTemporal(env: NodeJS.ProcessEnv): TemporalSource {
  return async (folder, onProgress) => {
    const draft = `${folder}.${process.pid}.draft`;
    try {
      mkdirSync(draft, { recursive: true });
      onProgress(`Building the Temporal server ${temporalVersion.server} with Go (up to 11 minutes, once)`);
      await goInstall(draft, env, onProgress);
      for (const module of modules) renameSync(join(draft, module.built), join(draft, module.name));
      rmSync(folder, { recursive: true, force: true });
      renameSync(draft, folder);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  };
}

function goInstall(
  folder: string,
  env: NodeJS.ProcessEnv,
  onProgress: (message: string) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const names = modules.map((module) => `${module.path}@v${temporalVersion.server}`);
    const go = spawn('go', ['install', '-v', ...names], {
      env: { ...env, ...goFolders(env, folder), GOBIN: folder, CGO_ENABLED: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const last: string[] = [];
    let packages = 0;
    // With -v Go names each package as it compiles it, and each module as it downloads it.
    createInterface({ input: go.stderr }).on('line', (line) => {
      last.push(line);
      if (last.length > 3) last.shift();
      if (line.startsWith('go: downloading')) onProgress(line.replace('go: d', 'D'));
      else onProgress(`Building the Temporal server: package ${(packages += 1)}`);
    });
    go.once('error', (error) => reject(new Error(`Go cannot be run (${error.message})`)));
    go.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(last.join(' | ') || `exit code ${code}`)),
    );
  });
}

/** A user without a home has no place for Go's caches: they go beside the build. */
function goFolders(env: NodeJS.ProcessEnv, folder: string): Record<string, string> {
  if (env.HOME && env.HOME !== '/nonexistent') return {};
  return { GOCACHE: env.GOCACHE ?? `${folder}-go/build`, GOPATH: env.GOPATH ?? `${folder}-go/path` };
}
