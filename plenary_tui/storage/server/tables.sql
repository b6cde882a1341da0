-- The tables of the server: one database, many conferences. Done once, by `plenary server init`.
-- Who wrote and when is the server's own word: no login fills in `writer`, `received`
-- and `answered` (rights.sql).
CREATE SCHEMA plenary;

CREATE TABLE plenary.version (
  version integer PRIMARY KEY,            -- of these tables
  readable_from integer NOT NULL,         -- the oldest version whose stations can still work with them
  made timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE plenary.conference (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  root text NOT NULL UNIQUE,              -- the hash of record 1: the same conference on every machine
  head_seq integer NOT NULL DEFAULT 0 CHECK (head_seq >= 0),
  head_hash text NOT NULL DEFAULT repeat('0', 64),
  epoch integer NOT NULL DEFAULT 0,       -- the number of the charge; goes up whenever it is taken
  holder text,                            -- the station in charge; NULL: none
  holder_login name,
  token text                              -- SHA-256 of what proves that station; nobody may read it
) WITH (fillfactor = 50);

CREATE TABLE plenary.journal (
  conference integer NOT NULL REFERENCES plenary.conference,
  seq integer NOT NULL,
  act integer NOT NULL,
  utc text NOT NULL,
  steady double precision NOT NULL,       -- never real: that would round, and break the chain
  boot text NOT NULL,
  station text NOT NULL,
  kind text NOT NULL,
  payload text NOT NULL,                  -- never jsonb: the hash is over the text
  hash text NOT NULL,
  epoch integer NOT NULL,                 -- from here on the server's own, beside the chain
  writer name NOT NULL DEFAULT session_user,
  received timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (conference, seq)
);

CREATE TABLE plenary.charge (             -- who was in charge, for ever
  conference integer NOT NULL REFERENCES plenary.conference,
  epoch integer NOT NULL,
  station text NOT NULL,
  login name NOT NULL DEFAULT session_user,
  since timestamptz NOT NULL DEFAULT clock_timestamp(),
  at_seq integer NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (conference, epoch)
);

CREATE TABLE plenary.member (             -- who may do what in which conference
  conference integer NOT NULL REFERENCES plenary.conference,
  login name NOT NULL,
  function text NOT NULL CHECK (function IN ('reader', 'desk', 'podium')),
  acts text[],                            -- which acts may be asked for; NULL: all
  PRIMARY KEY (conference, login)
);

CREATE TABLE plenary.request (            -- what stations ask of the one in charge
  id uuid PRIMARY KEY,
  conference integer NOT NULL REFERENCES plenary.conference,
  number bigint GENERATED ALWAYS AS IDENTITY,
  station text NOT NULL,
  act text NOT NULL,
  command text NOT NULL CHECK (length(command) <= 1000000),
  seen integer NOT NULL,                  -- the last record that the asker had seen
  asked text NOT NULL,                    -- by the asker's own clock
  writer name NOT NULL DEFAULT session_user,
  received timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX ON plenary.request (conference, number);

CREATE TABLE plenary.answer (             -- one for each request
  request uuid PRIMARY KEY REFERENCES plenary.request,
  conference integer NOT NULL REFERENCES plenary.conference,
  seq integer,                            -- the record; NULL where it was refused
  said text NOT NULL,
  epoch integer NOT NULL,
  answered timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE plenary.stray (              -- records of a station that was no longer in charge
  conference integer NOT NULL REFERENCES plenary.conference,
  epoch integer NOT NULL,
  seq integer NOT NULL,
  act integer NOT NULL,
  utc text NOT NULL,
  steady double precision NOT NULL,
  boot text NOT NULL,
  station text NOT NULL,
  kind text NOT NULL,
  payload text NOT NULL,
  hash text NOT NULL,
  writer name NOT NULL DEFAULT session_user,
  received timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (conference, epoch, seq, hash)
);

CREATE UNLOGGED TABLE plenary.beat (      -- the podium's signs of life; may be lost
  conference integer PRIMARY KEY,
  epoch integer NOT NULL,
  utc text NOT NULL,
  steady double precision NOT NULL,
  boot text NOT NULL,
  received timestamptz NOT NULL
) WITH (fillfactor = 20);

CREATE UNLOGGED TABLE plenary.presence (  -- which stations are there; may be lost
  conference integer NOT NULL,
  station text NOT NULL,
  login name NOT NULL,
  program text NOT NULL,
  head integer NOT NULL,
  seen timestamptz NOT NULL,
  PRIMARY KEY (conference, station)
) WITH (fillfactor = 20);
