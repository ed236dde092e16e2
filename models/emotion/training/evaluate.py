"""How good probabilities are against labels.

Run by itself it measures the model that ships: ``python3 models/emotion/training/evaluate.py --data DIR``.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

import data
import graph
from crop import normalise
from network import EMOTIONS

BINS = 15


def logits_of(network, images, batch=512):
    """Logits float32 [n, 7] of uint8 images [n, 48, 48], in evaluation mode, on the network's device."""
    device = next(network.parameters()).device
    network.eval()
    with torch.no_grad():
        parts = [
            network(normalise(torch.from_numpy(images[start : start + batch]).to(device).float()[:, None]))
            for start in range(0, len(images), batch)
        ]
    return torch.cat(parts).cpu()


def scores(logits, labels):
    """Accuracy, macro recall, macro F1 (0 to 1), NLL (nat), ECE (15 bins), recall per emotion, confusion counts.

    Rows of the confusion matrix are labels. Emotions that no label names are left out of the macro means.
    """
    probabilities = torch.softmax(logits.double(), 1).numpy()
    answers = probabilities.argmax(1)
    confusion = np.zeros((len(EMOTIONS), len(EMOTIONS)), int)
    np.add.at(confusion, (labels, answers), 1)
    hits, named, answered = np.diag(confusion), confusion.sum(1), confusion.sum(0)
    present = named > 0
    recall = hits / np.maximum(named, 1)
    f1 = 2 * hits / np.maximum(named + answered, 1)
    picked = probabilities[np.arange(len(labels)), labels]
    return {
        "images": len(labels),
        "accuracy": float((answers == labels).mean()),
        "macroRecall": float(recall[present].mean()),
        "macroF1": float(f1[present].mean()),
        "nll": float(-np.log(np.maximum(picked, 1e-12)).mean()),
        "ece": calibration_error(probabilities.max(1), answers == labels),
        "recall": {emotion: float(value) for emotion, value in zip(EMOTIONS, recall)},
        "confusion": confusion.tolist(),
    }


def calibration_error(confidence, correct):
    """Expected calibration error: mean distance of confidence from accuracy, over BINS equal bins of confidence."""
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    gaps = np.zeros(BINS)
    np.add.at(gaps, bins, confidence - correct)
    return float(np.abs(gaps).sum() / len(confidence))


def fitted_temperature(logits, labels):
    """The divisor of `logits` with the least NLL against `labels`, by golden-section search from 0.25 to 4."""
    labels = torch.as_tensor(labels)

    def cost(log_temperature):
        return torch.nn.functional.cross_entropy(logits.double() / np.exp(log_temperature), labels).item()

    low, high, ratio = np.log(0.25), np.log(4), (np.sqrt(5) - 1) / 2
    for _ in range(40):
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        if cost(left) < cost(right):
            high = right
        else:
            low = left
    return float(np.exp((low + high) / 2))


def report(network, split):
    """`scores` on the held-out tenth and on public: whole, without twins, and against the FER+ majority."""
    logits = logits_of(network, split.public.images)
    clean = ~split.public_twin
    answered = data.majority(split.public)
    unique = answered >= 0
    return {
        "heldOut": scores(logits_of(network, split.held_out.images), split.held_out.labels),
        "public": scores(logits, split.public.labels),
        "publicWithoutTwins": scores(logits[clean], split.public.labels[clean]),
        "publicMajority": scores(logits[unique], answered[unique]),
    }


def main():
    here = Path(__file__).parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True, help="folder with fer2013.csv and fer2013new.csv, or with sheets")
    config = json.loads((here / "config.json").read_text())
    split = data.split(parser.parse_args().data, config["data"], config["seed"])
    print(json.dumps(report(graph.read(here.parent, config["network"]), split), indent=2))


if __name__ == "__main__":
    main()
