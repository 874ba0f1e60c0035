/// The first released schema: sources, delivery, attention.
///
/// Times are milliseconds since 1970-01-01T00:00:00Z, nights are days since 1970-01-01. The room's
/// README explains each table and carries the same text. It is never changed: what comes later is
/// a step of its own.
enum DeliverySchema {
    /// The name under which the history remembers that this step was made.
    static let name = "v1 delivery"

    /// The tables that this step makes.
    static let tables = [
        "attention", "changes", "collections", "deployments", "editions", "incidents", "services",
        "source_services", "sources", "teams",
    ]

    static let sql = """
        CREATE TABLE teams (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            CONSTRAINT "a team has a name" CHECK (name <> '')
        ) STRICT;

        CREATE TABLE services (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            team INTEGER REFERENCES teams (id),
            CONSTRAINT "a service has a name" CHECK (name <> '')
        ) STRICT;

        CREATE TABLE sources (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            interval_seconds REAL,
            CONSTRAINT "a source has a name" CHECK (name <> ''),
            CONSTRAINT "a source has a kind" CHECK (kind <> ''),
            CONSTRAINT "an interval is longer than nothing" CHECK (interval_seconds > 0)
        ) STRICT;

        CREATE TABLE source_services (
            source INTEGER NOT NULL REFERENCES sources (id),
            service INTEGER NOT NULL REFERENCES services (id),
            PRIMARY KEY (source, service)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE collections (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES sources (id),
            started INTEGER NOT NULL,
            finished INTEGER NOT NULL,
            error TEXT,
            inserted INTEGER NOT NULL DEFAULT 0,
            updated INTEGER NOT NULL DEFAULT 0,
            unchanged INTEGER NOT NULL DEFAULT 0,
            rejected INTEGER NOT NULL DEFAULT 0,
            newest_event INTEGER,
            UNIQUE (source, started),
            CONSTRAINT "an error says something" CHECK (error <> ''),
            CONSTRAINT "counts are not negative"
                CHECK (min(inserted, updated, unchanged, rejected) >= 0)
        ) STRICT;

        CREATE TABLE deployments (
            service INTEGER NOT NULL REFERENCES services (id),
            id TEXT NOT NULL,
            environment TEXT NOT NULL,
            name TEXT,
            revision TEXT,
            started INTEGER,
            finished INTEGER NOT NULL,
            status TEXT NOT NULL,
            rework TEXT,
            rework_evidence TEXT,
            PRIMARY KEY (service, id),
            CONSTRAINT "a deployment has an id" CHECK (id <> ''),
            CONSTRAINT "a deployment has an environment" CHECK (environment <> ''),
            CONSTRAINT "status is success, failure or cancelled"
                CHECK (status IN ('success', 'failure', 'cancelled')),
            CONSTRAINT "rework is hotfix, rollback, incident, unplanned, revert or patch"
                CHECK (rework IN
                    ('hotfix', 'rollback', 'incident', 'unplanned', 'revert', 'patch'))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE changes (
            service INTEGER NOT NULL REFERENCES services (id),
            revision TEXT NOT NULL,
            parents TEXT NOT NULL DEFAULT '',
            is_merge INTEGER NOT NULL DEFAULT 0,
            authored INTEGER NOT NULL,
            committed INTEGER NOT NULL,
            merged INTEGER,
            deployment TEXT,
            subject TEXT,
            author TEXT,
            UNIQUE (service, revision),
            CONSTRAINT "a change has a revision" CHECK (revision <> ''),
            CONSTRAINT "parents are separated by single spaces"
                CHECK (trim(parents) = parents AND instr(parents, '  ') = 0),
            CONSTRAINT "is_merge is 1 with two or more parents, else 0"
                CHECK (is_merge = (instr(parents, ' ') > 0)),
            CONSTRAINT "a deployment that is named has a name" CHECK (deployment <> '')
        ) STRICT;

        CREATE INDEX changes_by_deployment
            ON changes (service, deployment, committed, authored, is_merge);

        CREATE TABLE incidents (
            service INTEGER NOT NULL REFERENCES services (id),
            id TEXT NOT NULL,
            title TEXT,
            opened INTEGER NOT NULL,
            resolved INTEGER,
            severity TEXT,
            deployment TEXT,
            PRIMARY KEY (service, id),
            CONSTRAINT "an incident has an id" CHECK (id <> ''),
            CONSTRAINT "an incident is resolved after it was opened" CHECK (resolved >= opened)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE attention (
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
            CONSTRAINT "entity_kind is service, source, team or organisation"
                CHECK (entity_kind IN ('service', 'source', 'team', 'organisation'))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE editions (
            night INTEGER PRIMARY KEY,
            as_of INTEGER NOT NULL,
            valid_until INTEGER NOT NULL,
            critical INTEGER NOT NULL,
            warning INTEGER NOT NULL,
            info INTEGER NOT NULL,
            digest TEXT NOT NULL,
            CONSTRAINT "counts are not negative" CHECK (min(critical, warning, info) >= 0),
            CONSTRAINT "an edition has a digest" CHECK (digest <> '')
        ) STRICT;
        """
}
