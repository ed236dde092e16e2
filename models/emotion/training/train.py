"""Trains, evaluates and exports the classifier: ``python3 models/emotion/training/train.py --data DIR``.

Each epoch ends in a checkpoint under ``--runs``; a run with the same settings goes on from there. Choices rest on
the held-out tenth of the training split alone; the public split is only reported.
"""

import argparse
import copy
import hashlib
import json
import math
import os
import time
from pathlib import Path

import torch
import torch.nn.functional as F

import data
from augment import augment
from crop import SIZE, normalise
from evaluate import logits_of, scores
from export import export_run
from network import Network

HERE = Path(__file__).parent


def settings_of(arguments):
    """``config.json`` with what the command line changes."""
    config = json.loads((HERE / "config.json").read_text())
    if arguments.epochs:
        config["training"]["epochs"] = arguments.epochs
    if arguments.limit:
        config["limit"] = arguments.limit
    return config


def run_folder(arguments, config):
    """The folder of this configuration's checkpoints; what matters only after training makes no difference to it."""
    settings = {name: value for name, value in config.items() if name != "export"}
    digest = hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()[:10]
    folder = Path(arguments.runs) / digest
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def network_of(config):
    """An untrained network; the same one for the same seed."""
    torch.manual_seed(config["seed"])
    return Network(**config["network"])


def learning_rate(training, progress):
    """The rate at `progress` epochs: a linear warm-up, then half a cosine down to 0."""
    warm_up = training["warmUpEpochs"]
    if progress < warm_up:
        return training["learningRate"] * progress / warm_up
    done = (progress - warm_up) / max(training["epochs"] - warm_up, 1e-9)
    return training["learningRate"] * 0.5 * (1 + math.cos(math.pi * min(done, 1)))


def side_of(training, epoch):
    """The side in pixels of the faces that `epoch` (from 0) trains on: smaller ones are faster, and come first."""
    return training["smallSide"] if epoch < training["smallShare"] * training["epochs"] else SIZE


def parameter_groups(network, weight_decay):
    """Weights decay; biases and normalisation do not."""
    weights = [parameter for parameter in network.parameters() if parameter.ndim > 1]
    rest = [parameter for parameter in network.parameters() if parameter.ndim <= 1]
    return [{"params": weights, "weight_decay": weight_decay}, {"params": rest, "weight_decay": 0.0}]


def follow(average, network, decay):
    """Moves the averaged network (its normalisation statistics too) towards `network`."""
    with torch.no_grad():
        for mean, value in zip(average.state_dict().values(), network.state_dict().values()):
            if mean.is_floating_point():
                mean.lerp_(value, 1 - decay)
            else:
                mean.copy_(value)


def train(config, split, folder, device):
    """The averaged network of the epoch with the best held-out accuracy."""
    training = config["training"]
    network = network_of(config).to(device, memory_format=torch.channels_last)
    average = copy.deepcopy(network)
    optimiser = torch.optim.SGD(
        parameter_groups(network, training["weightDecay"]), lr=0.0, momentum=training["momentum"], nesterov=True
    )
    images = torch.from_numpy(split.train.images).to(device)[:, None]
    targets = torch.from_numpy(data.targets(split.train, config["data"]["votesShare"])).to(device)

    start, best, checkpoint = 0, {"accuracy": -1.0}, folder / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device)
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        start, best = state["epoch"], state["best"]
        print(f"going on after epoch {start}", flush=True)

    for epoch in range(start, training["epochs"]):
        began = time.monotonic()
        torch.manual_seed(config["seed"] + 1 + epoch)  # an interrupted run repeats an uninterrupted one
        loss = train_epoch(config, epoch, network, average, optimiser, images, targets)
        if not math.isfinite(loss):
            raise ArithmeticError(f"the loss of epoch {epoch + 1} is {loss}")
        held_out = scores(logits_of(average, split.held_out.images), split.held_out.labels)
        if held_out["accuracy"] > best["accuracy"]:
            weights = copy.deepcopy(average.state_dict())
            best = {"accuracy": held_out["accuracy"], "epoch": epoch + 1, "weights": weights}
        state = {
            "network": network.state_dict(),
            "average": average.state_dict(),
            "optimiser": optimiser.state_dict(),
            "epoch": epoch + 1,
            "best": best,
        }
        torch.save(state, folder / "checkpoint.new")
        (folder / "checkpoint.new").replace(checkpoint)
        took = time.monotonic() - began
        work = [side_of(training, later) ** 2 for later in range(epoch, training["epochs"])]
        left = took * sum(work[1:]) / work[0]
        print(
            f"epoch {epoch + 1}/{training['epochs']}  loss {loss:.4f}  held-out accuracy {held_out['accuracy']:.4f}"
            f"  macro recall {held_out['macroRecall']:.4f}  nll {held_out['nll']:.4f}  {took:.0f} s"
            f"  about {left / 60:.0f} min left",
            flush=True,
        )
    return best_network(config, best)


def train_epoch(config, epoch, network, average, optimiser, images, targets):
    """The mean loss of one pass over the training faces."""
    training = config["training"]
    side = side_of(training, epoch)
    plain = epoch >= (1 - training["plainShare"]) * training["epochs"]
    order = torch.randperm(len(images)).to(images.device)
    batches = order.split(training["batch"])
    total = 0.0
    network.train()
    for step, rows in enumerate(batches):
        for group in optimiser.param_groups:
            group["lr"] = learning_rate(training, epoch + (step + 1) / len(batches))
        faces = augment(images[rows].float(), config["augmentation"], side, strength=0.5 if plain else 1.0)
        faces = normalise(faces).contiguous(memory_format=torch.channels_last)
        loss = F.cross_entropy(network(faces), targets[rows])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        seen = epoch * len(batches) + step + 1
        follow(average, network, min(training["averageDecay"], seen / 100))  # at first, soon forget the random start
        total += loss.item() * len(rows)
    return total / len(images)


def best_network(config, best):
    """The network of a checkpoint's best epoch, in evaluation mode, on the CPU."""
    network = Network(**config["network"])
    network.load_state_dict({name: value.cpu() for name, value in best["weights"].items()})
    return network.eval()


def arguments_of():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True, help="folder with fer2013.csv and fer2013new.csv, or with sheets")
    parser.add_argument("--out", help="where model, card and fixture go (models/emotion)")
    parser.add_argument("--runs", default=HERE / "runs", help="where checkpoints go")
    parser.add_argument("--epochs", type=int, help="instead of the configuration's")
    parser.add_argument("--limit", type=int, help="use only this many faces of each split, to try the pipeline")
    parser.add_argument("--export-only", action="store_true", help="export the checkpoint as it is, train no further")
    arguments = parser.parse_args()
    if arguments.limit and not arguments.out:
        parser.error("--limit makes a trial model: name a folder for it with --out")
    arguments.out = arguments.out or HERE.parent
    return arguments


def main():
    arguments = arguments_of()
    config = settings_of(arguments)
    folder = run_folder(arguments, config)
    torch.set_num_threads(os.cpu_count())  # PyTorch leaves hardware threads idle by itself
    device = "cuda" if torch.cuda.is_available() else "cpu"
    split = data.split(arguments.data, config["data"], config["seed"], arguments.limit)
    print(
        f"{len(split.train)} faces to train on, {len(split.held_out)} held out, {len(split.public)} public"
        f" ({split.public_twin.sum()} with a twin in the set's training split); {device}; {folder}",
        flush=True,
    )
    if arguments.export_only:
        best = torch.load(folder / "checkpoint.pt", map_location="cpu")["best"]
        network = best_network(config, best)
    else:
        network = train(config, split, folder, device)
    export_run(network, config, split, Path(arguments.out))


if __name__ == "__main__":
    main()
