/// The second step: series with samples, runs, alerts, and how far each source has been read.
///
/// The room's README explains each table and carries the same text. It is never changed: what comes
/// later is a step of its own.
enum SeriesSchema {
    /// The name under which the history remembers that this step was made.
    static let name = "v2 series"

    /// The tables that this step makes.
    static let tables = [
        "activity", "alerts", "chunks", "cursors", "head", "metrics", "run_steps", "runs",
        "series", "upkeep",
    ]

    static let sql = """
        ALTER TABLE sources ADD COLUMN series_limit INTEGER NOT NULL DEFAULT 100000
            CONSTRAINT "a source may have a series or more" CHECK (series_limit > 0);

        ALTER TABLE collections ADD COLUMN samples INTEGER NOT NULL DEFAULT 0
            CONSTRAINT "samples are not negative" CHECK (samples >= 0);
        ALTER TABLE collections ADD COLUMN refused_series INTEGER NOT NULL DEFAULT 0
            CONSTRAINT "refused series are not negative" CHECK (refused_series >= 0);
        ALTER TABLE collections ADD COLUMN refused_samples INTEGER NOT NULL DEFAULT 0
            CONSTRAINT "refused samples are not negative" CHECK (refused_samples >= 0);

        CREATE INDEX collections_that_succeeded ON collections (source, started)
            WHERE error IS NULL;
        CREATE INDEX collections_by_newest_event ON collections (source, newest_event)
            WHERE newest_event IS NOT NULL;

        CREATE TABLE metrics (
            name TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL,
            unit TEXT,
            help TEXT,
            CONSTRAINT "a metric has a name" CHECK (name <> ''),
            CONSTRAINT "kind is one of OpenMetrics' types" CHECK (kind IN (
                'counter', 'gauge', 'histogram', 'gaugehistogram', 'summary', 'info', 'stateset',
                'unknown'))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE series (
            id INTEGER PRIMARY KEY,
            metric TEXT NOT NULL,
            labels TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES sources (id),
            rolled INTEGER,
            UNIQUE (metric, labels),
            CONSTRAINT "labels are a JSON object"
                CHECK (substr(labels, 1, 1) = '{' AND substr(labels, -1) = '}')
        ) STRICT;

        CREATE TABLE head (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES sources (id),
            count INTEGER NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            data BLOB NOT NULL,
            CONSTRAINT "a round holds a sample or more" CHECK (count > 0),
            CONSTRAINT "a round ends after it began" CHECK (last >= first)
        ) STRICT;

        CREATE INDEX head_by_time ON head (first, last, count);

        CREATE TABLE chunks (
            id INTEGER PRIMARY KEY,
            series INTEGER NOT NULL REFERENCES series (id),
            resolution INTEGER NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            count INTEGER NOT NULL,
            data BLOB NOT NULL,
            UNIQUE (series, resolution, first),
            CONSTRAINT "resolution is 0 (raw), 3600000 (hour) or 86400000 (day)"
                CHECK (resolution IN (0, 3600000, 86400000)),
            CONSTRAINT "a chunk holds 1 to 4096 rows" CHECK (count BETWEEN 1 AND 4096),
            CONSTRAINT "a chunk ends after it began" CHECK (last >= first)
        ) STRICT;

        CREATE TABLE activity (
            source INTEGER NOT NULL REFERENCES sources (id),
            day INTEGER NOT NULL,
            count INTEGER NOT NULL,
            data BLOB NOT NULL,
            PRIMARY KEY (source, day),
            CONSTRAINT "a series or more was active" CHECK (count > 0)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE cursors (
            source INTEGER NOT NULL REFERENCES sources (id),
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (source, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE upkeep (
            name TEXT NOT NULL PRIMARY KEY,
            value INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE runs (
            key INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES sources (id),
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            name TEXT,
            pipeline TEXT NOT NULL,
            namespace TEXT,
            parent TEXT,
            task TEXT,
            service INTEGER REFERENCES services (id),
            created INTEGER NOT NULL,
            started INTEGER,
            finished INTEGER,
            status TEXT NOT NULL,
            reason TEXT,
            message TEXT,
            retries INTEGER NOT NULL DEFAULT 0,
            pod TEXT,
            UNIQUE (source, id),
            CONSTRAINT "a run has an id" CHECK (id <> ''),
            CONSTRAINT "a run is of a pipeline or a task" CHECK (kind IN ('pipeline', 'task')),
            CONSTRAINT "a run says what was run" CHECK (pipeline <> ''),
            CONSTRAINT "retries are not negative" CHECK (retries >= 0),
            CONSTRAINT "status is one of the words for a run" CHECK (status IN (
                'pending', 'running', 'success', 'failure', 'cancelled', 'timeout', 'unknown'))
        ) STRICT;

        CREATE INDEX runs_by_creation ON runs (created);

        CREATE TABLE run_steps (
            run INTEGER NOT NULL REFERENCES runs (key) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            started INTEGER,
            finished INTEGER,
            exit_code INTEGER,
            reason TEXT,
            cpu_request REAL,
            memory_request REAL,
            PRIMARY KEY (run, position),
            CONSTRAINT "kind is initial, step or sidecar"
                CHECK (kind IN ('initial', 'step', 'sidecar'))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE alerts (
            labels TEXT NOT NULL,
            started INTEGER NOT NULL,
            source INTEGER NOT NULL REFERENCES sources (id),
            ended INTEGER,
            summary TEXT,
            description TEXT,
            url TEXT,
            PRIMARY KEY (labels, started),
            CONSTRAINT "an alert has labels"
                CHECK (substr(labels, 1, 1) = '{' AND substr(labels, -1) = '}'),
            CONSTRAINT "an alert ends after it began" CHECK (ended >= started)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX alerts_by_start ON alerts (started);

        CREATE TABLE attention_of_any_kind (
            night INTEGER NOT NULL,
            item TEXT NOT NULL,
            state TEXT NOT NULL,
            severity INTEGER NOT NULL,
            magnitude REAL NOT NULL,
            title TEXT NOT NULL,
            entity_kind TEXT NOT NULL,
            entity_name TEXT NOT NULL,
            PRIMARY KEY (night, item),
            CONSTRAINT "an item has an id" CHECK (item <> ''),
            CONSTRAINT "state is new, ongoing, worse, better, resolved or accepted"
                CHECK (state IN ('new', 'ongoing', 'worse', 'better', 'resolved', 'accepted')),
            CONSTRAINT "severity is 1 (info), 2 (warning) or 3 (critical)"
                CHECK (severity BETWEEN 1 AND 3),
            CONSTRAINT "an entity is of a kind" CHECK (entity_kind <> '')
        ) STRICT, WITHOUT ROWID;

        INSERT INTO attention_of_any_kind
            SELECT night, item, state, severity, magnitude, title, entity_kind, entity_name
            FROM attention;
        DROP TABLE attention;
        ALTER TABLE attention_of_any_kind RENAME TO attention;
        """
}
