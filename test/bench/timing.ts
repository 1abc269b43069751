import { spawn } from 'node:child_process';

/** Runs a program to its end: seconds of wall time and what it said. Fails with what it complained of. */
export function timed(program: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<{ seconds: number; output: string }> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({ seconds: (performance.now() - began) / 1000, output });
      else reject(new Error(`${program} ended with ${code}: ${complaint}`));
    });
  });
}

/**
 * What node is told to import so that it prints at its end how many bytes it held at most. Linux's own mark, because
 * the usual one (ru_maxrss) also counts what the program held that started it.
 */
export const peakAtEnd = ['--import', `data:text/javascript,${encodeURIComponent("import{readFileSync}from'node:fs';process.on('exit',()=>{let peak=process.resourceUsage().maxRSS;try{peak=Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status','utf8'))[1])}catch{}console.log(peak*1024)})")}`];

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
