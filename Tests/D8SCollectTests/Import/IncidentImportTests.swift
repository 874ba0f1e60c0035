import D8SCollect
import D8SModel
import D8STestSupport
import Testing

@Suite struct IncidentImportTests {
    @Test func `open and resolved incidents are read, and impossible ones refused`() throws {
        let text = """
            app,number,summary,created,closed,priority,caused by
            a,1,Checkout is slow,2026-11-01T10:00:00Z,2026-11-01T11:00:00Z,sev1,d1
            a,2,,2026-11-02T10:00:00Z,,,
            a,3,,2026-11-03T10:00:00Z,2026-11-03T09:00:00Z,,
            a,,,2026-11-03T10:00:00Z,,,
            """
        let result = try imported(.incidents, text)
        #expect(
            result.incidents == [
                Incident(
                    service: "a",
                    id: "1",
                    title: "Checkout is slow",
                    opened: "2026-11-01T10:00:00Z",
                    resolved: "2026-11-01T11:00:00Z",
                    severity: "sev1",
                    deployment: "d1"
                ),
                Incident(service: "a", id: "2", opened: "2026-11-02T10:00:00Z"),
            ]
        )
        #expect(result.problems == ["4: closed: is before the opening", "5: number: is empty"])
        #expect(result.report.newest == "2026-11-02T10:00:00Z")
    }
}
