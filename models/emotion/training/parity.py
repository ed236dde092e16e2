"""The fixture ``parity.json``: one picture and sixteen images, drawn by formulas, with what they must become.

Run by itself it rewrites the fixture for the model that lies beside it, after a change to ``crop.json`` say:
``python3 models/emotion/training/parity.py``.
"""

import base64
import json
from pathlib import Path

import numpy as np
import torch

import graph
from crop import SIZE, crop, normalise

HERE = Path(__file__).parent
WIDTH, HEIGHT = 96, 80
EYES = {"right": [31.3, 34.2], "left": [63.1, 29.7]}
"""In `picture`. They are tilted, about 1.8 picture pixels fall on a crop pixel, and the crop reaches over the edge."""


def picture():
    """A drawn picture, uint8 RGB [80, 96, 3]: three gradients, and a few discs of one colour each."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float64)
    rgb = np.stack([40 + 1.7 * x, 200 - 1.9 * y, 60 + 1.2 * x + 0.5 * y], axis=-1)
    for across, down, radius, colour in (
        (48, 42, 30, (222, 178, 150)),
        (31.3, 34.2, 5, (30, 40, 60)),
        (63.1, 29.7, 5, (30, 40, 60)),
        (50, 60, 8, (170, 60, 70)),
        (50, 46, 3, (240, 205, 180)),
    ):
        rgb[(x + 0.5 - across) ** 2 + (y + 0.5 - down) ** 2 <= radius**2] = colour
    return np.clip(rgb, 0, 255).astype(np.uint8)


def images(count=16, seed=7):
    """Drawn grey images, uint8 [count, 48, 48]: smooth blobs of random place, size and light, under some noise."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[0:SIZE, 0:SIZE] + 0.5
    drawn = []
    for _ in range(count):
        grey = np.full((SIZE, SIZE), random.uniform(60, 190))
        for _ in range(12):
            across, down = random.uniform(4, 44, 2)
            wide, high = random.uniform(2, 12, 2)
            light = random.uniform(-110, 110)
            grey += light * np.exp(-(((x - across) / wide) ** 2) - ((y - down) / high) ** 2)
        drawn.append(grey + random.normal(0, random.uniform(0, 12), grey.shape))
    return np.clip(np.round(drawn), 0, 255).astype(np.uint8)


def probabilities(network, grey):
    """Float64 [n, 7] for grey crops [n, 48, 48] from 0 to 255."""
    with torch.no_grad():
        logits = network(torch.from_numpy(normalise(grey.astype(np.float64))).float()[:, None])
    return torch.softmax(logits.double(), 1).numpy()


def write(network, folder):
    """Writes the fixture of a folded network to `folder`."""
    drawn, faces = picture(), images()
    grey = crop(drawn, EYES["right"], EYES["left"])

    def encoded(array):
        return base64.b64encode(array.tobytes()).decode()

    def rounded(array, digits):
        return np.round(array, digits).tolist()

    fixture = {
        "picture": {"width": WIDTH, "height": HEIGHT, "rgb": encoded(drawn), "eyes": EYES},
        "crop": rounded(grey.ravel(), 4),
        "normalised": rounded(normalise(grey).ravel(), 6),
        "probabilities": rounded(probabilities(network, grey[None])[0], 6),
        "images": {
            "count": len(faces),
            "grey": encoded(faces),
            "probabilities": rounded(probabilities(network, faces), 6),
        },
    }
    (folder / "parity.json").write_text(json.dumps(fixture, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    settings = json.loads((HERE / "config.json").read_text())["network"]
    write(graph.read(HERE.parent, settings), HERE.parent)
