"""TF-IDF and LinearSVC of scikit-learn, as good as they come out of the box. Arguments: train.csv test.csv label. Writes one line of JSON."""
import csv
import json
import sys
import time

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC


def read(path, label):
    with open(path, encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row[label]]
    return [row["text"] for row in rows], [row[label].split(";")[0] for row in rows]


csv.field_size_limit(10**8)
train, train_labels = read(sys.argv[1], sys.argv[3])
test, test_labels = read(sys.argv[2], sys.argv[3])
wall, cpu = time.perf_counter(), time.process_time()
shared = {"sublinear_tf": True, "strip_accents": "unicode"}
model = make_pipeline(
    make_union(TfidfVectorizer(ngram_range=(1, 2), **shared), TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), **shared)),
    LinearSVC(C=0.5, random_state=1),
).fit(train, train_labels)
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
order = numpy.argsort(-model.decision_function(test), axis=1)
names = model.classes_[order]
shares = {f"top{n}": sum(label in row[:n] for label, row in zip(test_labels, names)) / len(test) for n in (1, 3, 5)}
print(json.dumps(shares | {"seconds": wall, "cpu": cpu}))
