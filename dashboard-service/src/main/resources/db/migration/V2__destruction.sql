-- What an ended agreement obliges to destroy, and what was. A row is made before the first deletion; from then on no
-- figure of the agreement is written any more, whatever still comes.
CREATE TABLE agreement_destruction (
    agreement    text        PRIMARY KEY,
    epoch        bigint      NOT NULL, -- the change that demanded it
    begun_at     timestamptz NOT NULL,
    certificate  text,                 -- as it was sent; null before everything is gone
    published    boolean     NOT NULL DEFAULT false
);
-- How many entries each part of a store held. Found again after a restart it is counted once: the greater number stays.
CREATE TABLE agreement_destruction_part (
    agreement text    NOT NULL REFERENCES agreement_destruction,
    store     text    NOT NULL,
    part      integer NOT NULL,
    entries   bigint  NOT NULL,
    done      boolean NOT NULL,
    PRIMARY KEY (agreement, store, part)
);
