import D8SModel
import D8STestSupport
import Testing

@testable import D8SCollect

struct RESTAnswerTests {
    private func error(_ answer: HTTPAnswer) async throws -> String {
        let server = APIServer { _ in answer }
        let source = try RESTSource.sample(server, query: [("key", "k")])
        return "\((await Outcome.collect(source)).error as Any)"
    }

    @Test(arguments: [
        ("<!DOCTYPE html><title>Sign in</title>", 200, "page for people (HTML)"),
        ("[1,", 200, "no JSON: line 1, column 4"),
        (#"{"errors":[{"message":"Field 'x' doesn't exist"}]}"#, 200, "Field 'x' doesn't exist"),
        (#"{"message":"Not Found"}"#, 404, "refused with status 404: Not Found."),
        (#"{"error":{"message":"Invalid Input","code":2001}}"#, 400, "400: Invalid Input."),
        (#"{"errors":["Account not found"]}"#, 401, "401: Account not found."),
        ("<html>", 502, "refused with status 502."),
        (String(repeating: "[", count: 100_000), 200, "nested too deeply"),
    ])
    func `what is no answer is named`(body: String, status: Int, sentence: String) async throws {
        let text = try await error(HTTPAnswer(json: body, status: status))
        #expect(text.contains(sentence), "\(text)")
        #expect(!text.contains("key=k"), "\(text)")
    }

    @Test(arguments: ["", "[]", "null", "{\"errors\":[]}"])
    func `an empty answer has no rows and is no error`(body: String) async throws {
        let server = APIServer { _ in HTTPAnswer(json: body) }
        let outcome = await Outcome.collect(try .sample(server, rows: body == "" ? nil : "rows"))
        #expect(outcome.error == nil)
        #expect(outcome.incidents.isEmpty)
    }

    @Test func `rows that cannot be read are counted and told, the others kept`() async throws {
        let long = String(repeating: "x", count: 100_000)
        let server = APIServer { _ in
            HTTPAnswer(
                json: """
                    [{"id":1,"at":"2026-11-19T00:00:00Z","title":"\(long)"},
                     {"id":"","at":"2026-11-19T00:00:00Z"},
                     {"id":3,"at":"2026-11-19T00:00:00"},
                     {"id":4,"at":1e400},
                     {"id":5},
                     "no row", null, 7, [],
                     {"id":{"a":1},"at":"2026-11-19T00:00:00Z"},
                     {"id":12345678901234567890123,"at":1795132800},
                     {"id":"a\\u0000b","at":"2026-11-19T00:00:00Z"}]
                    """
            )
        }
        let outcome = await Outcome.collect(try .sample(server, query: [("token", "t")]))
        #expect(outcome.incidents.map(\.id) == ["1", "12345678901234567890123"])
        #expect(outcome.incidents.last?.opened == "2026-11-20T00:00:00Z")
        #expect((outcome.incidents.first?.title?.utf8.count ?? 0) < 5000)
        let problems = outcome.report?.problems.map(\.description) ?? []
        #expect(problems.first == "https://api.test/incidents:2: id: is missing")
        #expect(problems.contains { $0.hasPrefix("https://api.test/incidents:3: opened: `2026") })
        #expect(problems.contains { $0.contains("NUL") })
        #expect(outcome.report?.rejected == 9)
        #expect(outcome.report?.read == 11)
    }
}
