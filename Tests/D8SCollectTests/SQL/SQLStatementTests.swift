import Testing

@testable import D8SCollect

struct SQLStatementTests {
    @Test func `a placeholder becomes a parameter each time it is named`() throws {
        let statement = try SQLStatement(
            "SELECT * FROM a WHERE at > :since AND at <= :until OR at=:since"
        )
        #expect(statement.text == "SELECT * FROM a WHERE at > $1 AND at <= $2 OR at=$1")
        #expect(statement.parameters == [.since, .until])
    }

    @Test(arguments: [
        "SELECT ':since'", "SELECT 'it''s :since'", #"SELECT E'a\':since'"#,
        #"SELECT ":since""#, "SELECT 1 -- :since", "SELECT 1 /* :since /* :now */ :until */",
        "SELECT $$:since$$", "SELECT $a$ $$ :since $a$", "SELECT at::date, b::since",
        "SELECT f(a := 1)", "SELECT a[1:n], b[:2]", "SELECT a$b$c, 1 :: now",
    ])
    func `what only looks like a placeholder stays`(_ sql: String) throws {
        let statement = try SQLStatement(sql)
        #expect(statement.text == sql)
        #expect(statement.parameters.isEmpty)
    }

    @Test func `a cast of a placeholder is one`() throws {
        #expect(try SQLStatement("SELECT :now::date").text == "SELECT $1::date")
        #expect(try SQLStatement("SELECT 'a'||:now").text == "SELECT 'a'||$1")
    }

    @Test(arguments: ["SELECT 1;", "SELECT 1 ; \n", "SELECT 1; -- that is all", "SELECT 1;;"])
    func `a semicolon at the end is none of the statement`(_ sql: String) throws {
        let text = try SQLStatement(sql).text
        #expect(text.trimmedOfSpaces == "SELECT 1")
    }

    @Test(arguments: [
        ("SELECT 1; DROP TABLE a", "line 1 begins a second statement"),
        ("SELECT\n:sinc", "line 2 has :sinc, which is none of :since, :until and :now"),
        ("SELECT\n\n'a", "line 3 begins a string that is not closed"),
        ("SELECT $1", "line 1 has a parameter of its own"),
        ("SELECT $x$ a $y$", "line 1 begins a dollar quote that is not closed"),
        ("/* a", "line 1 begins a comment that is not closed"),
        (" \n ", "line 1 holds no statement"), ("", "line 1 holds no statement"),
        ("SELECT 1 \0", "line 1 holds a NUL character"),
    ])
    func `a text that is no statement is refused with its line`(_ sql: String, _ reason: String) {
        let fault = #expect(throws: SQLStatement.Fault.self) { try SQLStatement(sql) }
        #expect(fault?.description.hasPrefix(reason) == true)
    }

    @Test(arguments: [
        ("postgresql://d8s:geheim@db1/shop", "a password does not belong into this file"),
        ("postgresql://db1/shop?password=geheim", "a password does not belong into this file"),
        ("postgresql://db1", "the URL names no database"),
        ("mysql://db1/shop", "it has to be a URL such as"),
        ("postgresql://db1/shop?sslmode=allow", "the URL's sslmode is none of"),
        ("postgresql://db1/shop?geheim=1", "it has to be a URL such as"),
    ])
    func `an address that cannot be used is named without its secret`(
        _ url: String,
        _ reason: String
    ) {
        let fault = #expect(throws: PostgresAccess.URLFault.self) {
            try PostgresAccess(url: url, user: "d8s")
        }
        #expect(fault?.description.hasPrefix(reason) == true)
        #expect(fault?.description.contains("geheim") == false)
    }

    @Test func `a server elsewhere has to prove who it is`() throws {
        let far = try PostgresAccess(url: "postgresql://me@db1:6432/shop", user: "d8s")
        #expect(far.host == "db1" && far.port == 6432 && far.user == "me" && far.database == "shop")
        #expect(far.effectiveMode == .verifyFull)
        let near = try PostgresAccess(url: "postgres://127.0.0.1/shop", user: "d8s")
        #expect(near.effectiveMode == .prefer && near.user == "d8s" && near.port == 5432)
        let chosen = try PostgresAccess(url: "postgres://db1/shop?sslmode=require", user: "d8s")
        #expect(chosen.effectiveMode == .require)
    }
}
