"""FER2013 faces with their labels and FER+ votes, and the split that every choice is made on.

Two sources are read, whichever the folder holds:

* the challenge's ``fer2013.csv`` (Goodfellow et al. 2013) with ``fer2013new.csv`` of FER+ (Barsoum et al. 2016), whose
  lines go together one to one;
* sheets: PNG files of 48x48 tiles, and ``labels.csv`` with a line a face: ``sheet,row,col,split,fer2013`` (file, tile,
  ``train`` or ``public``, label) and its ten votes in the order of VOTES.

The private-test split is never read.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from crop import SIZE
from network import EMOTIONS

VOTES = (
    "neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt", "unknown", "not_a_face",
)
VOTED = ("anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral")
"""The votes that stand for EMOTIONS, in that order."""

SPLITS = {"Training": "train", "PublicTest": "public"}


@dataclass
class Faces:
    """`images` uint8 [n, 48, 48]; `labels` int64 [n], an index of EMOTIONS; `votes` int64 [n, 10], as VOTES."""

    images: np.ndarray
    labels: np.ndarray
    votes: np.ndarray

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, rows):
        return Faces(self.images[rows], self.labels[rows], self.votes[rows])


def read(folder):
    """{"train": Faces, "public": Faces} of the data in `folder`."""
    folder = Path(folder)
    if (folder / "fer2013.csv").exists():
        rows = challenge_rows(folder)
    elif (folder / "labels.csv").exists():
        rows = sheet_rows(folder)
    else:
        raise FileNotFoundError(f"{folder} holds neither fer2013.csv with fer2013new.csv nor labels.csv with sheets")
    columns = {split: ([], [], []) for split in SPLITS.values()}
    for split, *row in rows:
        for column, value in zip(columns[split], row):
            column.append(value)
    return {
        split: Faces(np.stack(images), np.array(labels), np.array(votes))
        for split, (images, labels, votes) in columns.items()
    }


def challenge_rows(folder):
    """(split, image, label, votes) of each face in the two CSV files."""
    with open(folder / "fer2013.csv", newline="") as labelled, open(folder / "fer2013new.csv", newline="") as voted:
        for face, votes in zip(csv.DictReader(labelled), list(csv.reader(voted))[1:]):
            if face["Usage"] not in SPLITS:
                continue
            if votes[0] != face["Usage"]:
                raise ValueError("fer2013.csv and fer2013new.csv do not list the same faces")
            image = np.array(face["pixels"].split(), dtype=np.uint8).reshape(SIZE, SIZE)
            yield SPLITS[face["Usage"]], image, int(face["emotion"]), [int(count) for count in votes[2:]]


def sheet_rows(folder):
    """(split, image, label, votes) of each face on the sheets."""
    sheets = {}
    with open(folder / "labels.csv", newline="") as file:
        for face in csv.DictReader(file):
            name = face["sheet"]
            if name not in sheets:
                sheets[name] = np.array(Image.open(folder / name).convert("L"))
            top, left = int(face["row"]) * SIZE, int(face["col"]) * SIZE
            image = sheets[name][top : top + SIZE, left : left + SIZE]
            yield face["split"], image, EMOTIONS.index(face["fer2013"]), [int(face[vote]) for vote in VOTES]


def targets(faces, votes_share):
    """What to train on, float32 [n, 7], each row with sum 1: `votes_share` of the votes, the rest of the label.

    Contempt and not-a-face votes are left out, "unknown" is spread over the seven. A face without votes keeps its
    label alone.
    """
    votes = faces.votes[:, [VOTES.index(name) for name in VOTED]].astype(np.float64)
    votes += faces.votes[:, [VOTES.index("unknown")]] / len(EMOTIONS)
    total = votes.sum(axis=1, keepdims=True)
    share = np.where(total > 0, votes_share, 0)
    label = np.eye(len(EMOTIONS))[faces.labels]
    return (share * votes / np.maximum(total, 1e-9) + (1 - share) * label).astype(np.float32)


def majority(faces):
    """The emotion with most FER+ votes, int64 [n]; -1 where two share the lead, or another answer leads."""
    order = [VOTES.index(name) for name in VOTED]
    votes = faces.votes[:, order + [index for index in range(len(VOTES)) if index not in order]]
    leads = votes == votes.max(axis=1, keepdims=True)
    winner = votes.argmax(axis=1)
    return np.where((leads.sum(axis=1) == 1) & (winner < len(EMOTIONS)), winner, -1)


@dataclass
class Split:
    """`train` to learn from, `held_out` for every choice, `public` to report; `public_twin` bool [n]: whether that
    public face has a near twin in the set's own training split (such twins are not in `train`)."""

    train: Faces
    held_out: Faces
    public: Faces
    public_twin: np.ndarray


def split(folder, settings, seed, limit=None):
    """The Split of the data in `folder`; with `limit`, of that many training and public faces."""
    faces = read(folder)
    train, public = faces["train"][:limit], faces["public"][:limit]
    train = train[train.votes[:, VOTES.index("not_a_face")] < settings["maximumNotAFace"]]
    pairs = twins(np.concatenate([train.images, public.images]), settings["twinCorrelation"])
    count = len(train)

    across = pairs[(pairs[:, 0] < count) & (pairs[:, 1] >= count)]
    within = pairs[pairs[:, 1] < count]
    dropped = np.zeros(count, bool)
    dropped[across[:, 0]] = True
    dropped[within[:, 1]] = True
    paired = np.zeros(count, bool)
    paired[within.ravel()] = True
    public_twin = np.zeros(len(public), bool)
    public_twin[across[:, 1] - count] = True

    alone = np.flatnonzero(~dropped & ~paired)
    kept_back = np.random.default_rng(seed).permutation(alone)[: round(count * settings["heldOutShare"])]
    held_out = np.zeros(count, bool)
    held_out[kept_back] = True
    return Split(train[~dropped & ~held_out], train[held_out], public, public_twin)


def twins(images, correlation):
    """Pairs (i, j), i < j, int64 [m, 2], of near-identical images: normalised cross-correlation above `correlation`.

    Compared at 24x24 pixels; only pairs that already agree at 8x8 get that far. A coarser picture of two near twins
    agrees at least about as well as a finer one, hence the slightly lower bar there.
    """
    coarse, fine = descriptors(images, 8), descriptors(images, 24)
    block, found = 2048, []
    for start in range(0, len(images), block):
        scores = coarse[start : start + block] @ coarse[start:].T
        first, second = np.nonzero(scores > correlation - 0.01)
        first, second = (first + start)[second > first], (second + start)[second > first]
        for part in range(0, len(first), 100_000):
            i, j = first[part : part + 100_000], second[part : part + 100_000]
            alike = (fine[i] * fine[j]).sum(axis=1) > correlation
            found.append(np.stack([i[alike], j[alike]], axis=1))
    return np.concatenate(found) if found else np.zeros((0, 2), np.int64)


def descriptors(images, side):
    """Images shrunk to `side` pixels, with mean 0 and length 1: float32 [n, side * side]."""
    cell = SIZE // side
    small = images.reshape(len(images), side, cell, side, cell).mean(axis=(2, 4), dtype=np.float32)
    small = small.reshape(len(images), -1)
    small -= small.mean(axis=1, keepdims=True)
    return small / np.maximum(np.linalg.norm(small, axis=1, keepdims=True), 1e-6)
