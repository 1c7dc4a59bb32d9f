-- Corridors, areas, signals and stops as somebody gave them: GeoJSON, checked when it came and kept as it was.
CREATE TABLE reference_layer (
    kind       text        NOT NULL, -- corridor, areas or layer
    id         text        NOT NULL,
    document   text        NOT NULL,
    features   integer     NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text        NOT NULL,
    PRIMARY KEY (kind, id)
);
-- One row: counts every change, so that whoever keeps something made of the layers knows when to make it anew.
CREATE TABLE reference_layer_change (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    changes bigint  NOT NULL
);
INSERT INTO reference_layer_change (changes) VALUES (0);
