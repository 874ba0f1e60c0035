import D8SModel
import GRDB

extension Ingestion {
    mutating func add(_ changes: [Change]) throws {
        guard !changes.isEmpty else { return }
        let insert = try PreparedStatement(Self.insertChange, in: db)
        let update = try PreparedStatement(Self.updateChange, in: db)
        for change in changes {
            try Self.naming({ Self.name(of: change) }) {
                let service = try self.service(change.service)
                try put(insert, update) { statement in
                    try statement.bind(service, at: 1)
                    try Self.bind(change, to: statement)
                }
            }
        }
    }

    private static func name(of change: Change) -> String {
        "change \(Excerpt.of(change.revision)) of the service \(Excerpt.of(change.service))"
    }

    private static func bind(_ change: Change, to statement: PreparedStatement) throws {
        try statement.bind(change.revision, at: 2)
        let parents = ParentList.text(change.parents)
        try statement.bind(parents, at: 3)
        try statement.bind(Int64(ParentList.isMerge(parents) ? 1 : 0), at: 10)
        try statement.bind(change.authored.milliseconds, at: 4)
        try statement.bind(change.committed.milliseconds, at: 5)
        try statement.bind(change.merged?.milliseconds, at: 6)
        try statement.bind(change.deployment?.ifAny, at: 7)
        try statement.bind(change.subject?.ifAny, at: 8)
        try statement.bind(change.author?.ifAny, at: 9)
    }

    private static let insertChange = """
        INSERT INTO changes (
            service, revision, parents, is_merge, authored, committed, merged, deployment, subject,
            author
        )
        VALUES (?1, ?2, coalesce(?3, ''), ?10, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (service, revision) DO NOTHING
        """

    private static let updateChange = """
        UPDATE changes SET
            parents = coalesce(?3, parents), is_merge = iif(?3 IS NULL, is_merge, ?10), authored = ?4, committed = ?5,
            merged = coalesce(?6, merged), deployment = coalesce(?7, deployment),
            subject = coalesce(?8, subject), author = coalesce(?9, author)
        WHERE service = ?1 AND revision = ?2 AND (
            parents <> coalesce(?3, parents) OR authored <> ?4 OR committed <> ?5
            OR merged IS NOT coalesce(?6, merged) OR deployment IS NOT coalesce(?7, deployment)
            OR subject IS NOT coalesce(?8, subject) OR author IS NOT coalesce(?9, author)
        )
        """
}
