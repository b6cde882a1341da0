-- What the server checks by itself. Done by `plenary server init`, and anew by every upgrade.

-- float.hex of Python: the server works out the hash of every row by itself.
CREATE OR REPLACE FUNCTION plenary.float_hex(x double precision) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  digits text := encode(float8send(x), 'hex');
  top integer := ('x' || substr(digits, 1, 3))::bit(12)::integer;
  sign text := CASE WHEN top >= 2048 THEN '-' ELSE '' END;
  exponent integer := (top & 2047) - 1023;
BEGIN
  IF x = 0 THEN RETURN sign || '0x0.0p+0'; END IF;
  IF exponent = -1023 THEN RETURN sign || '0x0.' || substr(digits, 4) || 'p-1022'; END IF;
  RETURN sign || '0x1.' || substr(digits, 4) || 'p' || CASE WHEN exponent >= 0 THEN '+' ELSE '' END || exponent;
END $$;

-- NUL stands between the columns; written so that it is one however a session reads a backslash.
CREATE OR REPLACE FUNCTION plenary.digest(previous text, seq integer, act integer, utc text,
    steady double precision, boot text, station text, kind text, payload text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT encode(sha256(
    convert_to(previous, 'UTF8') || decode('00', 'hex') || convert_to(seq::text, 'UTF8') || decode('00', 'hex') ||
    convert_to(act::text, 'UTF8') || decode('00', 'hex') || convert_to(utc, 'UTF8') || decode('00', 'hex') ||
    convert_to(plenary.float_hex(steady), 'UTF8') || decode('00', 'hex') || convert_to(boot, 'UTF8') || decode('00', 'hex') ||
    convert_to(station, 'UTF8') || decode('00', 'hex') || convert_to(kind, 'UTF8') || decode('00', 'hex') ||
    convert_to(payload, 'UTF8')), 'hex') $$;

CREATE OR REPLACE FUNCTION plenary.my_conferences() RETURNS SETOF integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.conference FROM plenary.member m WHERE m.login = session_user $$;

-- Who may write in a conference: who may ask for some acts only may ask for those, and do nothing else.
CREATE OR REPLACE FUNCTION plenary.require_right(c integer, asked text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM plenary.member m WHERE m.conference = c AND m.login = session_user
      AND m.function <> 'reader' AND (m.acts IS NULL OR asked = ANY (m.acts))) THEN
    RAISE EXCEPTION 'not for this login' USING ERRCODE = 'PLN04', DETAIL = coalesce(asked, '');
  END IF;
END $$;

-- A station's name is of one login: nobody asks, is there or takes charge under another's.
CREATE OR REPLACE FUNCTION plenary.require_station(c integer, who text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM plenary.station s WHERE s.conference = c AND s.station = who AND s.login = session_user) THEN
    RETURN;
  END IF;
  INSERT INTO plenary.station VALUES (c, who, session_user) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'another is that station' USING ERRCODE = 'PLN08', DETAIL = who;
  END IF;
END $$;

-- Who records and answers: the one in charge, of the charge that is held now.
CREATE OR REPLACE FUNCTION plenary.require_charge(c plenary.conference, claimed integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF c.holder IS NULL OR claimed <> c.epoch OR c.holder_login <> session_user THEN
    RAISE EXCEPTION 'not in charge' USING ERRCODE = 'PLN02', DETAIL = c.epoch || ' ' || coalesce(c.holder, '');
  END IF;
END $$;

-- The one guard of the journal: an insert is the append. It waits for the conference's row and holds
-- it to the commit, so that numbers have no gaps and readers see them in their order.
CREATE OR REPLACE FUNCTION plenary.guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c plenary.conference;
BEGIN
  SELECT * INTO c FROM plenary.conference WHERE id = NEW.conference FOR UPDATE;
  PERFORM plenary.require_right(NEW.conference);
  PERFORM plenary.require_charge(c, NEW.epoch);
  IF NEW.seq <> c.head_seq + 1 THEN
    RAISE EXCEPTION 'moved' USING ERRCODE = 'PLN01', DETAIL = c.head_seq || ' ' || c.head_hash;
  END IF;
  IF NEW.hash <> plenary.digest(c.head_hash, NEW.seq, NEW.act, NEW.utc, NEW.steady, NEW.boot,
      NEW.station, NEW.kind, NEW.payload) OR (NEW.seq = 1 AND NEW.hash <> c.root) THEN
    RAISE EXCEPTION 'chain' USING ERRCODE = 'PLN03', DETAIL = c.head_seq || ' ' || c.head_hash;
  END IF;
  UPDATE plenary.conference SET head_seq = NEW.seq, head_hash = NEW.hash WHERE id = c.id;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard BEFORE INSERT ON plenary.journal
  FOR EACH ROW EXECUTE FUNCTION plenary.guard();

CREATE OR REPLACE FUNCTION plenary.check_right() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'request' THEN
    PERFORM plenary.require_right(NEW.conference, NEW.act);
    PERFORM plenary.require_station(NEW.conference, NEW.station);
  ELSE
    PERFORM plenary.require_right(NEW.conference);
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER check_right BEFORE INSERT ON plenary.request
  FOR EACH ROW EXECUTE FUNCTION plenary.check_right();
CREATE OR REPLACE TRIGGER check_right BEFORE INSERT ON plenary.stray
  FOR EACH ROW EXECUTE FUNCTION plenary.check_right();

CREATE OR REPLACE FUNCTION plenary.check_answer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c plenary.conference;
BEGIN
  SELECT * INTO c FROM plenary.conference WHERE id = NEW.conference FOR SHARE;
  PERFORM plenary.require_charge(c, NEW.epoch);
  IF NOT EXISTS (SELECT 1 FROM plenary.request r WHERE r.id = NEW.request AND r.conference = c.id)
      OR (NEW.seq IS NOT NULL AND NEW.seq > c.head_seq) THEN
    RAISE EXCEPTION 'nothing of the kind' USING ERRCODE = 'PLN05';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER check_answer BEFORE INSERT ON plenary.answer
  FOR EACH ROW EXECUTE FUNCTION plenary.check_answer();

CREATE OR REPLACE FUNCTION plenary.tell() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_notify('plenary_' || NEW.conference, '');
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER tell AFTER INSERT ON plenary.journal
  FOR EACH ROW EXECUTE FUNCTION plenary.tell();
CREATE OR REPLACE TRIGGER tell AFTER INSERT ON plenary.request
  FOR EACH ROW EXECUTE FUNCTION plenary.tell();
CREATE OR REPLACE TRIGGER tell AFTER INSERT ON plenary.answer
  FOR EACH ROW EXECUTE FUNCTION plenary.tell();

CREATE OR REPLACE FUNCTION plenary.never() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'nothing here is ever changed or deleted' USING ERRCODE = 'PLN06';
END $$;
CREATE OR REPLACE TRIGGER never BEFORE UPDATE OR DELETE OR TRUNCATE ON plenary.journal
  FOR EACH STATEMENT EXECUTE FUNCTION plenary.never();
CREATE OR REPLACE TRIGGER never BEFORE UPDATE OR DELETE OR TRUNCATE ON plenary.charge
  FOR EACH STATEMENT EXECUTE FUNCTION plenary.never();
CREATE OR REPLACE TRIGGER never BEFORE UPDATE OR DELETE OR TRUNCATE ON plenary.request
  FOR EACH STATEMENT EXECUTE FUNCTION plenary.never();
CREATE OR REPLACE TRIGGER never BEFORE UPDATE OR DELETE OR TRUNCATE ON plenary.answer
  FOR EACH STATEMENT EXECUTE FUNCTION plenary.never();
CREATE OR REPLACE TRIGGER never BEFORE UPDATE OR DELETE OR TRUNCATE ON plenary.stray
  FOR EACH STATEMENT EXECUTE FUNCTION plenary.never();
CREATE OR REPLACE TRIGGER never BEFORE DELETE OR TRUNCATE ON plenary.conference
  FOR EACH STATEMENT EXECUTE FUNCTION plenary.never();

-- A conference comes to the server. Asked again for the same one, it is the same.
CREATE OR REPLACE FUNCTION plenary.share(called text, first text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c plenary.conference;
BEGIN
  INSERT INTO plenary.conference (name, root) VALUES (called, first) ON CONFLICT DO NOTHING RETURNING * INTO c;
  IF FOUND THEN
    INSERT INTO plenary.member VALUES (c.id, session_user, 'podium', NULL);
    RETURN c.id;
  END IF;
  SELECT k.* INTO c FROM plenary.conference k JOIN plenary.member m ON m.conference = k.id
    AND m.login = session_user AND m.function = 'podium' WHERE k.root = first;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there already' USING ERRCODE = 'PLN07',
      DETAIL = CASE WHEN EXISTS (SELECT 1 FROM plenary.conference k WHERE k.root = first) THEN 'root' ELSE 'name' END;
  END IF;
  RETURN c.id;
END $$;

-- The charge: a lease without end, and a number that goes up. Silence never moves it; a person does.
-- `shown` proves who holds it already, `kept` will prove the one who takes it now.
CREATE OR REPLACE FUNCTION plenary.take_charge(c integer, who text, shown text, kept text,
    forced boolean, above integer, why text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  r plenary.conference;
  raised integer;
BEGIN
  SELECT * INTO r FROM plenary.conference WHERE id = c FOR UPDATE;
  PERFORM plenary.require_right(c);
  PERFORM plenary.require_station(c, who);
  shown := encode(sha256(convert_to(shown, 'UTF8')), 'hex');
  kept := encode(sha256(convert_to(kept, 'UTF8')), 'hex');
  IF r.holder = who AND r.holder_login = session_user AND r.token = kept AND r.epoch > above THEN
    RETURN r.epoch;  -- the answer to this very question was lost
  END IF;
  IF r.holder IS NOT NULL AND NOT (r.holder_login = session_user AND r.token IN (shown, kept)) THEN
    IF NOT forced THEN
      RAISE EXCEPTION 'another is in charge' USING ERRCODE = 'PLN02', DETAIL = r.epoch || ' ' || r.holder;
    END IF;
    IF btrim(why) = '' OR NOT EXISTS (SELECT 1 FROM plenary.member m
        WHERE m.conference = c AND m.login = session_user AND m.function = 'podium') THEN
      RAISE EXCEPTION 'not for this login' USING ERRCODE = 'PLN04';
    END IF;
  END IF;
  raised := greatest(r.epoch, above) + 1;
  UPDATE plenary.conference SET epoch = raised, holder = who, holder_login = session_user, token = kept WHERE id = c;
  INSERT INTO plenary.charge (conference, epoch, station, at_seq, reason) VALUES (c, raised, who, r.head_seq, why);
  PERFORM pg_notify('plenary_' || c, '');
  RETURN raised;
END $$;

CREATE OR REPLACE FUNCTION plenary.give_back(c integer, shown text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE plenary.conference SET holder = NULL, holder_login = NULL, token = NULL
    WHERE id = c AND holder_login = session_user AND token = encode(sha256(convert_to(shown, 'UTF8')), 'hex');
  IF FOUND THEN PERFORM pg_notify('plenary_' || c, ''); END IF;
  RETURN FOUND;
END $$;

-- The one question of every second: a sign of life, and how things stand. That a station is there is
-- written every other time only.
CREATE OR REPLACE FUNCTION plenary.look(c integer, who text, which text, mine integer, e integer,
    u text, s double precision, b text)
RETURNS TABLE (head integer, hash text, epoch integer, holder text, server double precision,
    beat_epoch integer, utc text, steady double precision, boot text, received double precision)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF c NOT IN (SELECT plenary.my_conferences()) THEN
    RAISE EXCEPTION 'not for this login' USING ERRCODE = 'PLN04';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM plenary.presence p WHERE p.conference = c AND p.station = who
      AND p.login = session_user AND p.seen > clock_timestamp() - interval '1.5 seconds') THEN
    PERFORM plenary.require_station(c, who);
    INSERT INTO plenary.presence VALUES (c, who, session_user, which, mine, clock_timestamp())
      ON CONFLICT (conference, station) DO UPDATE
      SET login = session_user, program = which, head = mine, seen = clock_timestamp();
  END IF;
  IF b <> '' THEN
    INSERT INTO plenary.beat SELECT c, e, u, s, b, clock_timestamp() FROM plenary.conference k
      WHERE k.id = c AND k.epoch = e AND k.holder_login = session_user
      ON CONFLICT (conference) DO UPDATE
      SET epoch = e, utc = u, steady = s, boot = b, received = clock_timestamp();
  END IF;
  RETURN QUERY SELECT k.head_seq, k.head_hash, k.epoch, k.holder,
      extract(epoch FROM clock_timestamp())::double precision,
      t.epoch, t.utc, t.steady, t.boot, extract(epoch FROM t.received)::double precision
    FROM plenary.conference k LEFT JOIN plenary.beat t ON t.conference = k.id WHERE k.id = c;
END $$;
