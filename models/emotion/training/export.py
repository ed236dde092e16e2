"""From a trained network to the files that ship: model, weights, fixture and card.

What the card reports is measured on the network as shipped: folded, calibrated, its weights rounded to float16.
"""

import numpy as np
import torch

import card
import graph
import parity
from evaluate import fitted_temperature, logits_of, report
from network import EMOTIONS, folded, rounded_to_half

BUDGET = 1_500_000
"""The most bytes of weights that may ship."""


def prior_correction(labels, share):
    """What to add to the logits, float32 [7], so that rare emotions are not drowned by frequent ones.

    It takes `share` of the log of each emotion's share of the training labels away: with 1 the answers are those for
    a world in which all seven are equally frequent.
    """
    counts = np.bincount(labels, minlength=len(EMOTIONS)) + 1
    return torch.from_numpy(-share * np.log(counts / counts.sum())).float()


def export_run(network, config, split, folder):
    """Writes ``model.json``, ``weights.bin``, ``parity.json`` and ``model-card.md`` to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    correction = prior_correction(split.train.labels, config["export"]["priorCorrection"])
    held_out = logits_of(network, split.held_out.images) + correction
    temperature = fitted_temperature(held_out, split.held_out.labels)
    shipped = rounded_to_half(folded(network, correction, temperature))
    graph.write(shipped, folder)
    size = (folder / graph.WEIGHTS).stat().st_size
    if size > BUDGET:
        raise ValueError(f"{size} bytes of weights are over the budget of {BUDGET}")
    parity.write(shipped, folder)
    measured = report(shipped, split)
    (folder / "model-card.md").write_text(card.text(config, split, measured, temperature, size))
    print(card.summary(measured), flush=True)
