-- Who may do what. Done by `plenary server init`, and anew by every upgrade.
DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['plenary_reader', 'plenary_desk', 'plenary_podium'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = one) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', one);
    END IF;
  END LOOP;
END $$;
GRANT plenary_reader TO plenary_desk;
GRANT plenary_desk TO plenary_podium;

REVOKE ALL ON SCHEMA plenary FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA plenary FROM PUBLIC, plenary_reader, plenary_desk, plenary_podium;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA plenary FROM PUBLIC, plenary_reader, plenary_desk, plenary_podium;

GRANT USAGE ON SCHEMA plenary TO plenary_reader;
GRANT SELECT ON plenary.version, plenary.journal, plenary.charge, plenary.member, plenary.request,
  plenary.answer, plenary.stray, plenary.beat, plenary.presence, plenary.station TO plenary_reader;
GRANT SELECT (id, name, root, head_seq, head_hash, epoch, holder, holder_login)
  ON plenary.conference TO plenary_reader;
GRANT EXECUTE ON FUNCTION plenary.my_conferences(),
  plenary.look(integer, text, text, integer, integer, text, double precision, text) TO plenary_reader;

GRANT INSERT (conference, seq, act, utc, steady, boot, station, kind, payload, hash, epoch)
  ON plenary.journal TO plenary_desk;
GRANT INSERT (id, conference, station, act, command, seen, asked) ON plenary.request TO plenary_desk;
GRANT INSERT (request, conference, seq, said, epoch) ON plenary.answer TO plenary_desk;
GRANT INSERT (conference, epoch, seq, act, utc, steady, boot, station, kind, payload, hash)
  ON plenary.stray TO plenary_desk;
GRANT EXECUTE ON FUNCTION
  plenary.take_charge(integer, text, text, text, boolean, integer, text),
  plenary.give_back(integer, text) TO plenary_desk;

GRANT EXECUTE ON FUNCTION plenary.share(text, text) TO plenary_podium;

-- A login sees the conferences that it is a member of, and nothing of any other.
DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['conference', 'journal', 'charge', 'member', 'request', 'answer',
      'stray', 'beat', 'presence', 'station', 'version'] LOOP
    EXECUTE format('ALTER TABLE plenary.%I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('DROP POLICY IF EXISTS members ON plenary.%I', one);
    EXECUTE format('CREATE POLICY members ON plenary.%I USING (%s)', one, CASE one
      WHEN 'conference' THEN 'id IN (SELECT plenary.my_conferences())'
      WHEN 'version' THEN 'true'
      ELSE 'conference IN (SELECT plenary.my_conferences())' END);
  END LOOP;
END $$;
