-- Whose each station's name is: of the login that was the first to use it, or was given it last.
-- A name in a request or a charge is therefore that of who wrote it, whatever a program says.
CREATE TABLE plenary.station (
  conference integer NOT NULL REFERENCES plenary.conference,
  station text NOT NULL,
  login name NOT NULL,
  PRIMARY KEY (conference, station)
);

-- Of a server that was there before: whoever used it last.
INSERT INTO plenary.station
  SELECT DISTINCT ON (conference, station) conference, station, login FROM (
    SELECT conference, station, writer AS login, received AS used FROM plenary.request
    UNION ALL SELECT conference, station, login, since FROM plenary.charge
    UNION ALL SELECT conference, station, login, seen FROM plenary.presence
      WHERE conference IN (SELECT id FROM plenary.conference)
  ) AS known ORDER BY conference, station, used DESC;
