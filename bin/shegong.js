#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const argv = process.argv.slice(2);
const program = join(root, 'dist', 'src', 'cli', 'main.js');
const [major, minor] = process.versions.node.split('.').map(Number);

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`);
} else if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `shegong 需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。请先升级 Node.js。\n` +
      `shegong needs Node.js 20.19 or newer; this is ${process.versions.node}. Upgrade Node.js first.\n`,
  );
  process.exitCode = 2;
} else if (!existsSync(program)) {
  process.stderr.write(
    '程序尚未编译：请在程序目录运行 npm ci（或 npm run build）。\n' +
      'The program has not been built: run npm ci (or npm run build) in its folder.\n',
  );
  process.exitCode = 2;
} else {
  const { main } = await import(pathToFileURL(program).href);
  const { env, stdin, stdout, stderr } = process;
  process.exitCode = await main({ argv, env, stdin, stdout, stderr, cwd: process.cwd(), root });
}
