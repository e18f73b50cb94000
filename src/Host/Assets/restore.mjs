// Restores what libman.json names: packs each library from the npm registry (or its cache), checks it against
// libman.lock.json, and copies the named files. Nothing to do takes no time. Usage: node restore.mjs ROOT
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const root = process.argv[2];
const manifest = JSON.parse(readFileSync(join(root, 'libman.json'), 'utf8'));
const lockFile = join(root, 'libman.lock.json');
const lock = existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')) : {};
let lockChanged = false;

for (const { library, files, destination } of manifest.libraries) {
  const folder = join(root, destination);
  const marker = join(folder, '.restored');
  const wanted = JSON.stringify([library, files, lock[library]]);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted && files.every(f => existsSync(join(folder, basename(f))))) continue;

  const scratch = mkdtempSync(join(tmpdir(), 'restore-'));
  try {
    const pack = `npm pack ${library} --json --prefer-offline --silent`;
    const [{ filename }] = JSON.parse(execFileSync(pack, { cwd: scratch, encoding: 'utf8', shell: true }));
    const archive = join(scratch, filename);
    const found = 'sha512-' + createHash('sha512').update(readFileSync(archive)).digest('base64');
    if (lock[library] && lock[library] !== found) throw new Error(`${library} is not what libman.lock.json names: ${found}`);
    if (!lock[library]) { lock[library] = found; lockChanged = true; }

    execFileSync('tar', ['-xzf', archive, '-C', scratch]);
    mkdirSync(folder, { recursive: true });
    for (const file of files) copyFileSync(join(scratch, 'package', file), join(folder, basename(file)));
    writeFileSync(marker, JSON.stringify([library, files, lock[library]]));
    console.log(`restored ${library}`);
  } catch (failure) {
    console.error(`restore of ${library} failed: ${failure.message.split('\n')[0]}`);
    process.exit(1);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
if (lockChanged) { mkdirSync(dirname(lockFile), { recursive: true }); writeFileSync(lockFile, JSON.stringify(lock, null, 2) + '\n'); }
