// npm run model:train -- --data DIR: trains the emotion model and rewrites weights and model card.

import { spawnSync } from 'node:child_process';
import { run } from './bootstrap.mjs';

const NEEDED = 'import torch, numpy, PIL';

const python = ['python3', '/usr/bin/python3', 'python'].find(
  (name) => spawnSync(name, ['-c', NEEDED], { stdio: 'ignore' }).status === 0,
);
if (!python) {
  console.error(
    'Training needs Python with PyTorch, NumPy and Pillow. On Debian: apt-get install python3-torch python3-numpy python3-pil',
  );
  process.exit(1);
}
const trained = run(python, ['models/emotion/training/train.py', ...process.argv.slice(2)]);
process.exitCode = trained ? 0 : 1;
